package dev.slipway.desk.prepare;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.device.Devices;
import dev.slipway.media.hardware.Catalogue;
import dev.slipway.media.hardware.Trial;
import dev.slipway.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What {@code --encoder} means. Neither way changes a rung's codec: a device makes the rungs of its own codec, software
 * all others.
 */
public final class EncoderChoice {
    private static final String AUTO = "auto";
    private static final String SOFTWARE = "software";

    private EncoderChoice() {}

    /** @throws DeskException for a name that nobody knows */
    static void requireKnown(String wish) {
        if (!names().contains(wish)) {
            throw usage("There is no encoder \"" + wish + "\": choose one of " + String.join(", ", names()) + ".");
        }
    }

    /**
     * @param codecs of the rungs that are wanted
     * @throws DeskException for an encoder that would have nothing to do
     */
    static void requireUseful(String wish, Set<String> codecs) {
        DeviceEncoder.named(wish)
                .filter(encoder -> !codecs.contains(encoder.codec()))
                .ifPresent(encoder -> {
                    throw usage("The encoder " + wish + " would have nothing to do: with these options no rung is "
                            + encoder.codec() + ". " + remedy(encoder.codec()) + ", or choose --encoder auto.");
                });
    }

    private static String remedy(String codec) {
        return switch (codec) {
            case "h264" -> "Leave out --no-compat";
            case "av1" -> "Take --recipe av1";
            default -> "Take another recipe than av1";
        };
    }

    /**
     * @param preferred asked only where hardware may be used
     * @param catalogue asked only where an encoder is named
     * @throws DeskException for an encoder that does not work here
     */
    static Devices devices(String wish, Supplier<Devices> preferred, Supplier<Catalogue> catalogue) {
        return switch (wish) {
            case SOFTWARE -> Devices.none();
            case AUTO -> preferred.get();
            default -> named(wish, catalogue.get());
        };
    }

    /** Everything that can be asked for. */
    public static List<String> names() {
        return Stream.concat(
                        Stream.of(AUTO, SOFTWARE),
                        Arrays.stream(DeviceEncoder.values()).map(DeviceEncoder::encoder))
                .toList();
    }

    private static Devices named(String wish, Catalogue catalogue) {
        requireKnown(wish);
        DeviceEncoder encoder = DeviceEncoder.named(wish).orElseThrow();
        Optional<Trial> trial = catalogue.of(encoder);
        if (trial.isEmpty() || !trial.get().succeeded()) {
            throw usage("The encoder " + wish + " does not work here: "
                    + trial.map(Trial::reason).orElse("it was not tried")
                    + ". Choose --encoder auto, or look again with: slipway doctor --refresh");
        }
        return catalogue.only(encoder);
    }

    private static DeskException usage(String message) {
        return new DeskException(ProblemCode.USAGE, message);
    }
}
