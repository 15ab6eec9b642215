package dev.slipway.server.chain.devchain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.web3j.crypto.Hash;

/**
 * The chain itself: a block each second while it is open. Time in which nobody runs it, or in which its machine
 * sleeps for long, brings no blocks, so that who follows it has no empty ones to read. Blocks without transactions are not kept, they follow from their number; so a
 * block's hash is 24 bytes of Keccak-256 and its number, not the hash of a header. Safe for use by many threads. A
 * transfer that was accepted is in the block of the next second.
 *
 * <p>What was shown once stays: before a block is shown, the journal holds a run of numbers with its own. A chain that
 * was closed goes on after its head; one that was killed after the run, because any block of it may have been shown,
 * which makes up to a minute's blocks. Times grow with the numbers: where that minute is not over yet, or the clock was
 * set back, the chain goes on ahead of the clock by what is missing, until it is opened later than its last block.
 */
final class DevChain implements AutoCloseable {
    /** The longest run that is written ahead, a write to the disk each minute. */
    private static final int LONGEST_RUN = 60;
    /** Little at first: a chain that is killed again and again should not get further ahead of the clock each time. */
    private static final int SHORTEST_RUN = 5;

    /** Who runs the chain asks it each second: where nobody did for so long, the machine slept. */
    private static final long LONGEST_SILENCE = Duration.ofHours(1).toSeconds();

    private final InstantSource clock;
    private final BlockJournal journal;
    private final long chainId;
    private final long genesisSecond;
    private final BlockTimes times;
    private final TransferDecoder decoder;
    private final Accounts accounts = new Accounts();
    private final TransferPool pool = new TransferPool();
    private final NavigableMap<Long, DevBlock> stored = new TreeMap<>();
    private final Map<Bytes32, Included> included = new HashMap<>();
    private long head;
    /** The last block that may be shown. */
    private long reserved;
    /** The head when the chain was opened. */
    private final long opened;
    /** By how many seconds blocks are ahead of the clock. */
    private final long lead;

    /** Where a transfer is. */
    record Included(DevBlock block, int index) {
        SignedTransfer transfer() {
            return block.transfers().get(index);
        }
    }

    private DevChain(InstantSource clock, BlockJournal.Contents contents) throws IOException {
        this.clock = clock;
        this.journal = contents.journal();
        this.chainId = contents.chainId();
        this.genesisSecond = contents.genesisSecond();
        this.times = new BlockTimes(genesisSecond);
        this.decoder = new TransferDecoder(chainId);
        contents.entries().forEach(this::restore);
        long now = now();
        long shown = contents.withoutRuns() ? times.numberAt(now) : reserved;
        head = Math.max(head, shown);
        reserved = head;
        opened = head;
        lead = Math.max(0, times.at(head) - now);
        reserve(head + SHORTEST_RUN, Math.max(now, times.at(head) + 1));
        advance();
    }

    private void restore(BlockJournal.Entry entry) {
        switch (entry) {
            case BlockJournal.Entry.Block(long number, List<byte[]> transactions) ->
                apply(block(number, transactions.stream().map(decoder::decode).toList()));
            case BlockJournal.Entry.Run run -> allow(run);
        }
    }

    /** @throws IOException when the folder cannot be used, or its journal is damaged or of another chain */
    static DevChain open(Path folder, long chainId, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        BlockJournal.Contents contents = BlockJournal.open(
                folder.resolve("blocks.journal"), chainId, clock.instant().getEpochSecond());
        try {
            if (contents.chainId() != chainId) {
                throw new IOException(folder + " holds a chain with id " + contents.chainId() + ", not " + chainId);
            }
            return new DevChain(clock, contents);
        } catch (IOException | RuntimeException e) {
            contents.journal().close();
            throw e;
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /** Makes the blocks that are due. The head never goes back, even when the clock does. */
    synchronized void advance() {
        try {
            makeBlocks();
        } catch (IOException e) {
            throw new UncheckedIOException("the development chain cannot write what follows block " + head, e);
        }
    }

    private void makeBlocks() throws IOException {
        long due = times.numberAt(now() + lead);
        if (due - head > LONGEST_SILENCE) {
            reserved = head;
            reserve(head + SHORTEST_RUN, now() + lead);
            due = head + 1;
        }
        while (head < due) {
            List<SignedTransfer> next = pool.isEmpty() ? List.of() : pool.nextBlock(accounts);
            long number = next.isEmpty() ? due : head + 1;
            if (number > reserved) {
                long ahead = Math.clamp((number - opened) / 4, SHORTEST_RUN, LONGEST_RUN);
                reserve(number + ahead - 1, times.at(reserved + 1));
            }
            if (next.isEmpty()) {
                head = due;
                return;
            }
            DevBlock block = block(number, next);
            journal.append(block);
            apply(block);
            pool.settle(accounts);
        }
    }

    /** Up to this block, where the first that is not reserved yet is at this second. */
    private void reserve(long last, long second) throws IOException {
        BlockJournal.Entry.Run run = new BlockJournal.Entry.Run(reserved + 1, Math.toIntExact(last - reserved), second);
        journal.append(run);
        allow(run);
    }

    private void allow(BlockJournal.Entry.Run run) {
        times.anchor(run.first(), run.second());
        reserved = run.last();
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
        return new DevBlock(number, numbered(content, number), parent, times.at(number), transfers);
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
        return new DevBlock(number, hashOf(number), parent, times.at(number), List.of());
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
        if (journal.isOpen()) {
            try (journal) {
                // An empty run: nothing after the head was shown or will be, so the next opening goes on right there.
                reserved = head;
                reserve(head, times.at(head + 1));
            }
        }
    }
}
