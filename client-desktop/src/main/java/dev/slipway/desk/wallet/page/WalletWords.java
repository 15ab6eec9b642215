package dev.slipway.desk.wallet.page;

import dev.slipway.desk.control.ProblemWords;
import dev.slipway.desk.ethereum.UnknownWords;
import dev.slipway.desk.ethereum.Wei;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.wallet.funds.Funds;
import dev.slipway.desk.wallet.funds.Network;
import dev.slipway.model.problem.ProblemCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** What the wallet has to say, in the chosen language. */
public final class WalletWords {
    /** More decimals than people read; the exact amount is beside it. */
    private static final int DECIMALS = 6;

    private static final int WEI_DECIMALS = 18;

    private final Texts texts;

    public WalletWords(Texts texts) {
        this.texts = texts;
    }

    /** For a narrow place: the balance, or why there is none. */
    String balance(Funds funds) {
        return switch (funds) {
            case Funds.Unasked unasked -> texts.get("wallet.balance.asking");
            case Funds.Asking asking -> texts.get("wallet.balance.asking");
            case Funds.Known(BigInteger wei, long chainId) -> ether(wei);
            case Funds.NoNode none -> texts.get("wallet.balance.unknown");
            case Funds.Unknown unknown -> texts.get("wallet.balance.unknown");
        };
    }

    /** Which chain that is on, or what to do to know more. */
    String beneathBalance(Funds funds) {
        return switch (funds) {
            case Funds.Unasked unasked -> "";
            case Funds.Asking asking -> "";
            case Funds.Known(BigInteger wei, long chainId) -> network(chainId);
            case Funds.NoNode none -> texts.get("wallet.balance.no-node");
            case Funds.Unknown unknown -> texts.get("wallet.balance.no-answer");
        };
    }

    /** For hover: to the wei, or the exact reason. */
    String exactBalance(Funds funds) {
        return switch (funds) {
            case Funds.Known(BigInteger wei, long chainId) -> Wei.inEther(wei) + " · " + wei + " wei";
            case Funds.Unknown(String message) -> message;
            default -> "";
        };
    }

    public String network(long chainId) {
        return Network.name(texts, chainId);
    }

    /** For a narrow place. */
    public String shortNetwork(long chainId) {
        return Network.shortName(texts, chainId);
    }

    /** Rounded down, so that nobody counts on more than is there; what is there is never called nothing. */
    public String ether(BigInteger wei) {
        Locale locale = texts.language().get().locale();
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DECIMALS);
        BigDecimal shown = new BigDecimal(wei, WEI_DECIMALS).setScale(DECIMALS, RoundingMode.DOWN);
        return wei.signum() > 0 && shown.signum() == 0
                ? texts.get("wallet.ether.less", format.format(BigDecimal.ONE.movePointLeft(DECIMALS)))
                : texts.get("wallet.ether", format.format(shown));
    }

    /** What happened, and what it means for the wallet; the publication's problems have other words. */
    String problem(DeskException problem) {
        if (problem instanceof UnknownWords unknown) {
            return texts.get("wallet.problem.phrase-words", UnknownWords.joined(unknown.places()));
        }
        ProblemCode code = problem.code();
        String key = "wallet.problem." + code.code();
        return texts.has(key) ? texts.get(key) : ProblemWords.of(texts, code);
    }

    String working(WalletState.Work work) {
        return texts.get("wallet.working." + name(work));
    }

    String locked(WalletState.Because because) {
        return texts.get("wallet.locked." + name(because));
    }

    String strength(PasswordStrength strength) {
        return texts.get("wallet.password." + name(strength), String.valueOf(PasswordStrength.LEAST_CHARACTERS));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
