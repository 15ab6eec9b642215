package dev.slipway.server.chain;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.StartRefused;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthEstimateGas;
import org.web3j.protocol.core.methods.response.EthGetBalance;
import org.web3j.protocol.core.methods.response.EthGetTransactionCount;
import org.web3j.protocol.core.methods.response.EthMaxPriorityFeePerGas;
import org.web3j.protocol.core.methods.response.EthSendTransaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Convert;
import org.web3j.utils.Numeric;

/** Puts a payment contract onto a chain, for one recipient and for good. Blocking, for one thread. */
public final class RouterDeployment implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final NodeConnection connection;
    private final Web3j node;
    private final Credentials payer;
    private final Consumer<String> progress;

    /**
     * @param key whose account pays the gas; it has no say over the contract
     * @param progress told what happens, a sentence each
     */
    public RouterDeployment(URI rpc, OperatorKey key, Consumer<String> progress) {
        this.connection = new NodeConnection(rpc);
        this.node = connection.requests();
        this.payer = Credentials.create(key.pair());
        this.progress = progress;
    }

    /**
     * @return where it is, once a block has it and it says itself whom it pays
     * @throws StartRefused with what was wrong and what to do
     */
    public Address deploy(Address recipient) {
        String raw = signed(recipient);
        String hash = Hash.sha3(raw);
        try {
            return send(raw, hash, recipient);
        } catch (ChainUnavailable e) {
            throw unavailable(
                    e,
                    "The transaction " + hash
                            + " may be on its way: look for it with another program before you deploy again.");
        }
    }

    private String signed(Address recipient) {
        String code = CompiledContract.code("PaymentRouter")
                + "00".repeat(12)
                + recipient.hex().substring(2);
        try {
            RawTransaction transaction = transaction(code);
            requireThatItTakesCoins(recipient);
            return Numeric.toHexString(TransactionEncoder.signMessage(transaction, payer));
        } catch (ChainUnavailable e) {
            throw unavailable(
                    e,
                    "Nothing was sent. Make sure that --chain-rpc names a node of the chain that answers, and run the"
                            + " same command again.");
        }
    }

    private Address send(String raw, String hash, Address recipient) {
        connection.ask(node.ethSendRawTransaction(raw), EthSendTransaction::getTransactionHash);
        progress.accept("Sent as " + hash + ", waiting for a block.");
        Address contract = mined(hash);
        String paid = connection.ask(
                node.ethCall(
                        Transaction.createEthCallTransaction(null, contract.hex(), RouterContract.RECIPIENT_CALL),
                        DefaultBlockParameterName.LATEST),
                EthCall::getValue);
        if (!RouterContract.address(paid).equals(Optional.of(recipient))) {
            throw refused(
                    "The contract at " + contract + " does not say that it pays " + recipient + ". Do not use it.");
        }
        return contract;
    }

    private RawTransaction transaction(String code) {
        long chain =
                connection.ask(node.ethChainId(), answer -> answer.getChainId().longValueExact());
        BigInteger gas = connection.ask(
                node.ethEstimateGas(
                        Transaction.createContractTransaction(payer.getAddress(), null, null, null, null, code)),
                EthEstimateGas::getAmountUsed);
        BigInteger limit = gas.add(gas.divide(BigInteger.TEN));
        BigInteger tip =
                connection.ask(node.ethMaxPriorityFeePerGas(), EthMaxPriorityFeePerGas::getMaxPriorityFeePerGas);
        BigInteger base = connection.ask(
                node.ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false),
                answer -> answer.getBlock().getBaseFeePerGas());
        // Room for six full blocks in a row, as wallets leave.
        BigInteger most = base.multiply(BigInteger.TWO).add(tip);
        requireFunds(limit.multiply(most), chain);
        BigInteger nonce = connection.ask(
                node.ethGetTransactionCount(payer.getAddress(), DefaultBlockParameterName.PENDING),
                EthGetTransactionCount::getTransactionCount);
        return RawTransaction.createTransaction(chain, nonce, limit, "", BigInteger.ZERO, code, tip, most);
    }

    private void requireFunds(BigInteger cost, long chain) {
        BigInteger balance = connection.ask(
                node.ethGetBalance(payer.getAddress(), DefaultBlockParameterName.LATEST), EthGetBalance::getBalance);
        progress.accept(
                "On chain " + chain + " from " + payer.getAddress() + ", for at most " + ether(cost) + " of gas.");
        if (balance.compareTo(cost) < 0) {
            throw refused("The account " + payer.getAddress() + " holds " + ether(balance) + ", and the gas may cost "
                    + ether(cost) + ". Put more into it and run the same command again.");
        }
    }

    /** A contract that refuses coins lets every payment fail, and cannot be replaced. */
    private void requireThatItTakesCoins(Address recipient) {
        boolean isAccount = connection.ask(
                node.ethGetCode(recipient.hex(), DefaultBlockParameterName.LATEST),
                answer -> Hex.parse(answer.getCode()).length == 0);
        if (isAccount) {
            return;
        }
        progress.accept(
                "The recipient is a contract: it is paid for good, so make sure that it takes coins from contracts.");
        Transaction transfer =
                Transaction.createEthCallTransaction(payer.getAddress(), recipient.hex(), "0x", BigInteger.ONE);
        if (connection
                .run(node.ethCall(transfer, DefaultBlockParameterName.LATEST))
                .isEmpty()) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "The recipient " + recipient
                            + " is a contract that takes no coins: a transfer of 1 wei to it fails."
                            + " Nothing was sent. Name an account, or a contract that takes them.");
        }
    }

    private Address mined(String hash) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<Address> contract = connection.ask(
                    node.ethGetTransactionReceipt(hash),
                    answer -> answer.getTransactionReceipt().map(receipt -> contract(receipt, hash)));
            if (contract.isPresent()) {
                return contract.get();
            }
            LockSupport.parkNanos(TimeUnit.NANOSECONDS.convert(BETWEEN_LOOKS));
        }
        throw refused("No block has the transaction " + hash + " after " + PATIENCE.toMinutes()
                + " minutes. Look for it with another program before you deploy again.");
    }

    private static Address contract(TransactionReceipt receipt, String hash) {
        if (!receipt.isStatusOK()) {
            throw refused("The transaction " + hash + " failed. Its gas is gone; nothing was deployed.");
        }
        return new Address(receipt.getContractAddress());
    }

    private static String ether(BigInteger wei) {
        return Convert.fromWei(wei.toString(), Convert.Unit.ETHER)
                        .stripTrailingZeros()
                        .toPlainString() + " ETH";
    }

    private static StartRefused refused(String sentence) {
        return new StartRefused(ProblemCode.CHAIN_UNAVAILABLE, sentence);
    }

    private static StartRefused unavailable(ChainUnavailable e, String advice) {
        return new StartRefused(ProblemCode.CHAIN_UNAVAILABLE, e.getMessage() + ". " + advice, e);
    }

    @Override
    public void close() {
        connection.close();
    }
}
