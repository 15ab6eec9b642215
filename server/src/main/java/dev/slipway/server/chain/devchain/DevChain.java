package dev.slipway.server.chain.devchain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.web3j.crypto.Hash;

/**
 * The chain itself: a block each second since its genesis. Blocks without transactions are not kept, they follow from
 * their number; so a block's hash is 24 bytes of Keccak-256 and its number, not the hash of a header. Safe for use by
 * many threads. A transfer that was accepted is in the block of the next second.
 */
final class DevChain implements AutoCloseable {
    private final InstantSource clock;
    private final BlockJournal journal;
    private final long chainId;
    private final long genesisSecond;
    private final TransferDecoder decoder;
    private final Accounts accounts = new Accounts();
    private final TransferPool pool = new TransferPool();
    private final NavigableMap<Long, DevBlock> stored = new TreeMap<>();
    private final Map<Bytes32, Included> included = new HashMap<>();
    private long head;

    /** Where a transfer is. */
    record Included(DevBlock block, int index) {
        SignedTransfer transfer() {
            return block.transfers().get(index);
        }
    }

    private DevChain(InstantSource clock, BlockJournal.Contents contents) {
        this.clock = clock;
        this.journal = contents.journal();
        this.chainId = contents.chainId();
        this.genesisSecond = contents.genesisSecond();
        this.decoder = new TransferDecoder(chainId);
        for (BlockJournal.Entry entry : contents.entries()) {
            apply(block(
                    entry.number(),
                    entry.transactions().stream().map(decoder::decode).toList()));
        }
        advance();
    }

    /** @throws IOException when the folder cannot be used, or its journal is damaged or of another chain */
    static DevChain open(Path folder, long chainId, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        BlockJournal.Contents contents = BlockJournal.open(
                folder.resolve("blocks.journal"), chainId, clock.instant().getEpochSecond());
        if (contents.chainId() != chainId) {
            contents.journal().close();
            throw new IOException(folder + " holds a chain with id " + contents.chainId() + ", not " + chainId);
        }
        return new DevChain(clock, contents);
    }

    /** Makes the blocks that are due. The head never goes back, even when the clock does. */
    synchronized void advance() {
        long due = clock.instant().getEpochSecond() - genesisSecond;
        while (head < due) {
            List<SignedTransfer> next = pool.isEmpty() ? List.of() : pool.nextBlock(accounts);
            if (next.isEmpty()) {
                head = due;
                return;
            }
            DevBlock block = block(head + 1, next);
            keep(block);
            apply(block);
            pool.settle(accounts);
        }
    }

    private void keep(DevBlock block) {
        try {
            journal.append(block);
        } catch (IOException e) {
            throw new UncheckedIOException("the development chain cannot write block " + block.number(), e);
        }
    }

    private void apply(DevBlock block) {
        block.transfers().forEach(accounts::execute);
        stored.put(block.number(), block);
        for (int i = 0; i < block.transfers().size(); i++) {
            included.put(block.transfers().get(i).hash(), new Included(block, i));
        }
        head = block.number();
    }

    private DevBlock block(long number, List<SignedTransfer> transfers) {
        Bytes32 parent = number == 0 ? Bytes32.of(new byte[32]) : hashOf(number - 1);
        ByteBuffer content = ByteBuffer.allocate(32 * (1 + transfers.size()));
        content.put(parent.bytes());
        transfers.forEach(transfer -> content.put(transfer.hash().bytes()));
        return new DevBlock(number, numbered(content, number), parent, genesisSecond + number, transfers);
    }

    private Bytes32 hashOf(long number) {
        DevBlock block = stored.get(number);
        if (block != null) {
            return block.hash();
        }
        Map.Entry<Long, DevBlock> before = stored.lowerEntry(number);
        ByteBuffer content = ByteBuffer.allocate(40);
        if (before == null) {
            content.putLong(chainId).putLong(genesisSecond);
        } else {
            content.put(before.getValue().hash().bytes());
        }
        return numbered(content.putLong(32, number), number);
    }

    private static Bytes32 numbered(ByteBuffer content, long number) {
        return Bytes32.of(
                ByteBuffer.wrap(Hash.sha3(content.array())).putLong(24, number).array());
    }

    synchronized Bytes32 submit(byte[] raw) {
        advance();
        SignedTransfer transfer = decoder.decode(raw);
        if (included.containsKey(transfer.hash())) {
            throw RpcError.refused("already known");
        }
        pool.add(transfer, accounts);
        return transfer.hash();
    }

    synchronized long head() {
        advance();
        return head;
    }

    synchronized Optional<DevBlock> blockAt(long number) {
        if (number < 0 || number > head()) {
            return Optional.empty();
        }
        DevBlock block = stored.get(number);
        return Optional.of(block != null ? block : emptyBlock(number));
    }

    private DevBlock emptyBlock(long number) {
        Bytes32 parent = number == 0 ? Bytes32.of(new byte[32]) : hashOf(number - 1);
        return new DevBlock(number, hashOf(number), parent, genesisSecond + number, List.of());
    }

    synchronized Optional<DevBlock> blockWith(Bytes32 hash) {
        long number = ByteBuffer.wrap(hash.bytes()).getLong(24);
        return blockAt(number).filter(block -> block.hash().equals(hash));
    }

    /** The block that would come next; its hash means nothing yet. */
    synchronized DevBlock pendingBlock() {
        return block(head() + 1, List.copyOf(pool.all()));
    }

    synchronized Optional<Included> included(Bytes32 transaction) {
        advance();
        return Optional.ofNullable(included.get(transaction));
    }

    synchronized Optional<SignedTransfer> waiting(Bytes32 transaction) {
        advance();
        return pool.find(transaction);
    }

    synchronized BigInteger balance(Address account) {
        advance();
        return accounts.balance(account);
    }

    synchronized long nonce(Address account) {
        advance();
        return accounts.nonce(account);
    }

    synchronized long pendingNonce(Address account) {
        advance();
        return pool.nextNonce(account, accounts);
    }

    long chainId() {
        return chainId;
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }
}
