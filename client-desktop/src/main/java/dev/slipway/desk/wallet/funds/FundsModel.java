package dev.slipway.desk.wallet.funds;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.ethereum.Chain;
import dev.slipway.model.ethereum.Address;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The balance of one account at a time; the newest question wins. To be used on the window's thread. */
public final class FundsModel {
    private final ReadOnlyObjectWrapper<Funds> funds = new ReadOnlyObjectWrapper<>(this, "funds", new Funds.Unasked());
    private final NodeAddress node;
    private final Function<URI, Chain> chains;
    private final Background background;
    private int questions;

    /** @param chains connects to a node */
    public FundsModel(NodeAddress node, Function<URI, Chain> chains, Background background) {
        this.node = node;
        this.chains = chains;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Funds> funds() {
        return funds.getReadOnlyProperty();
    }

    public void ask(Address account) {
        int question = ++questions;
        funds.set(new Funds.Asking());
        background.run(
                () -> look(account),
                found -> answered(question, found),
                problem -> answered(question, new Funds.Unknown(problem.getMessage())));
    }

    /** There is no account to ask for. */
    public void forget() {
        questions++;
        funds.set(new Funds.Unasked());
    }

    private Funds look(Address account) {
        Optional<URI> address = node.find();
        if (address.isEmpty()) {
            return new Funds.NoNode();
        }
        Chain chain = chains.apply(address.get());
        return new Funds.Known(chain.balance(account), chain.chainId());
    }

    private void answered(int question, Funds answer) {
        if (question == questions) {
            funds.set(answer);
        }
    }
}
