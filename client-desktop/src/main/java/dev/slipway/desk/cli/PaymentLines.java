package dev.slipway.desk.cli;

import dev.slipway.desk.console.Console;
import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.launch.PayElsewhere;
import dev.slipway.desk.launch.PaymentRequest;
import dev.slipway.desk.qr.QrLines;
import dev.slipway.desk.qr.QrMatrix;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payment that any wallet can make, on a terminal and for programs. For one thread. */
final class PaymentLines implements PayElsewhere {
    private final Console console;
    private @Nullable PaymentRequest last;
    private @Nullable PaymentRequest ended;

    PaymentLines(Console console) {
        this.console = console;
    }

    @Override
    public void show(PaymentRequest request) {
        if (request.equals(last)) {
            return;
        }
        last = request;
        console.event("payment-request", members(request));
        Terms terms = request.terms();
        Money money = Money.of(terms);
        if (request.arrived().signum() > 0) {
            console.say(money.text(request.arrived()) + " has arrived, and " + money.text(request.amount())
                    + " is missing.");
        }
        if (terms.token() != null) {
            sayCalls(request, terms.token());
            return;
        }
        console.say("Pay once, with any wallet, before " + terms.expiresAt() + ":");
        console.say("  to      " + ChecksumAddress.of(terms.recipient()));
        console.say("  amount  " + money.text(request.amount()));
        console.say("  chain   " + terms.chainId());
        console.say("  data    " + request.reference() + " (without it nobody can tell what is paid)");
        request.link().ifPresent(this::sayLink);
    }

    private void sayCalls(PaymentRequest request, PaymentToken token) {
        Terms terms = request.terms();
        console.say("Pay once, with any wallet, in two transactions without coin, before " + terms.expiresAt() + ":");
        console.say("  amount  " + Money.of(terms).text(request.amount()));
        console.say("  token   " + ChecksumAddress.of(token.address()));
        console.say("  chain   " + terms.chainId());
        List<String> titles = List.of("First let the payment contract take the amount:", "When a block has that, pay:");
        for (int i = 0; i < titles.size(); i++) {
            PaymentRequest.Call call = request.calls().get(i);
            console.say(titles.get(i));
            console.say("  to      " + ChecksumAddress.of(call.to()));
            console.say("  data    " + call.data());
            sayLink(call.link());
        }
    }

    private void sayLink(String link) {
        console.say("or scan this, or open " + link);
        QrLines.of(QrMatrix.of(link)).forEach(console::say);
    }

    @Override
    public void over(PaymentRequest request) {
        if (request.equals(ended)) {
            return;
        }
        ended = request;
        console.event("payment-over", members(request));
        console.say("The offer is over: pay no more. What was paid before "
                + request.terms().expiresAt()
                + " is waited for; if nothing was, repeat the command later for a new offer.");
    }

    @Override
    public void seen(PublicationStatus.Payment payment) {
        last = null;
    }

    private static Map<String, Object> members(PaymentRequest request) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("recipient", request.terms().recipient().hex());
        members.put("amount", request.amount().toString());
        members.put("chainId", request.terms().chainId());
        members.put("data", request.reference().hex());
        members.put("link", request.link().orElse(null));
        PaymentToken token = request.terms().token();
        if (token != null) {
            members.put("token", token.address().hex());
            members.put("symbol", token.symbol());
            members.put("decimals", token.decimals());
            members.put(
                    "calls",
                    request.calls().stream()
                            .map(call -> Map.of("to", call.to().hex(), "data", call.data(), "link", call.link()))
                            .toList());
        }
        members.put("expiresAt", request.terms().expiresAt().toString());
        return members;
    }
}
