package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.StartRefused;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Convert;
import org.web3j.utils.Numeric;

/** Puts a payment contract onto a chain, for one recipient and for good. Blocking, for one thread. */
public final class RouterDeployment implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Web3j node;
    private final Credentials payer;
    private final Consumer<String> progress;

    /**
     * @param key whose account pays the gas; it has no say over the contract
     * @param progress told what happens, a sentence each
     */
    public RouterDeployment(URI rpc, OperatorKey key, Consumer<String> progress) {
        this.node = Web3j.build(new HttpService(rpc.toString()));
        this.payer = Credentials.create(key.pair());
        this.progress = progress;
    }

    /**
     * @return where it is, once a block has it and it says itself whom it pays
     * @throws StartRefused with what was wrong and what to do
     */
    public Address deploy(Address recipient) {
        String code = CompiledContract.code("PaymentRouter")
                + "00".repeat(12)
                + recipient.hex().substring(2);
        RawTransaction transaction = transaction(code);
        String raw = Numeric.toHexString(TransactionEncoder.signMessage(transaction, payer));
        String hash = ask(node.ethSendRawTransaction(raw)).getTransactionHash();
        progress.accept("Sent as " + hash + ", waiting for a block.");
        Address contract = new Address(receipt(hash).getContractAddress());
        String paid = ask(node.ethCall(
                        Transaction.createEthCallTransaction(null, contract.hex(), RouterContract.RECIPIENT_CALL),
                        DefaultBlockParameterName.LATEST))
                .getValue();
        if (!RouterContract.address(paid).equals(Optional.of(recipient))) {
            throw refused(
                    "The contract at " + contract + " does not say that it pays " + recipient + ". Do not use it.");
        }
        return contract;
    }

    private RawTransaction transaction(String code) {
        long chain = ask(node.ethChainId()).getChainId().longValueExact();
        BigInteger gas = ask(node.ethEstimateGas(
                        Transaction.createContractTransaction(payer.getAddress(), null, null, null, null, code)))
                .getAmountUsed();
        BigInteger limit = gas.add(gas.divide(BigInteger.TEN));
        BigInteger tip = ask(node.ethMaxPriorityFeePerGas()).getMaxPriorityFeePerGas();
        BigInteger base = ask(node.ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false))
                .getBlock()
                .getBaseFeePerGas();
        // Room for six full blocks in a row, as wallets leave.
        BigInteger most = base.multiply(BigInteger.TWO).add(tip);
        requireFunds(limit.multiply(most), chain);
        BigInteger nonce = ask(node.ethGetTransactionCount(payer.getAddress(), DefaultBlockParameterName.PENDING))
                .getTransactionCount();
        return RawTransaction.createTransaction(chain, nonce, limit, "", BigInteger.ZERO, code, tip, most);
    }

    private void requireFunds(BigInteger cost, long chain) {
        BigInteger balance = ask(node.ethGetBalance(payer.getAddress(), DefaultBlockParameterName.LATEST))
                .getBalance();
        progress.accept(
                "On chain " + chain + " from " + payer.getAddress() + ", for at most " + ether(cost) + " of gas.");
        if (balance.compareTo(cost) < 0) {
            throw refused("The account " + payer.getAddress() + " holds " + ether(balance) + ", and the gas may cost "
                    + ether(cost) + ". Put more into it and run the same command again.");
        }
    }

    private TransactionReceipt receipt(String hash) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<TransactionReceipt> receipt =
                    ask(node.ethGetTransactionReceipt(hash)).getTransactionReceipt();
            if (receipt.isPresent()) {
                if (!receipt.get().isStatusOK()) {
                    throw refused("The transaction " + hash + " failed. Its gas is gone; nothing was deployed.");
                }
                return receipt.get();
            }
            LockSupport.parkNanos(TimeUnit.NANOSECONDS.convert(BETWEEN_LOOKS));
        }
        throw refused("No block has the transaction " + hash + " after " + PATIENCE.toMinutes()
                + " minutes. Look for it with another program before you deploy again.");
    }

    private static <A extends Response<?>> A ask(Request<?, A> request) {
        try {
            A answer = request.send();
            if (answer.hasError()) {
                throw refused("The node refuses " + request.getMethod() + ": "
                        + answer.getError().getMessage() + ".");
            }
            return answer;
        } catch (IOException e) {
            throw new StartRefused(
                    ProblemCode.CHAIN_UNAVAILABLE, "The chain's node does not answer: " + e.getMessage() + ".", e);
        }
    }

    private static String ether(BigInteger wei) {
        return Convert.fromWei(wei.toString(), Convert.Unit.ETHER)
                        .stripTrailingZeros()
                        .toPlainString() + " ETH";
    }

    private static StartRefused refused(String sentence) {
        return new StartRefused(ProblemCode.CHAIN_UNAVAILABLE, sentence);
    }

    @Override
    public void close() {
        node.shutdown();
    }
}
