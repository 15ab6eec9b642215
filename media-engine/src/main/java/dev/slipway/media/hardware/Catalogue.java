package dev.slipway.media.hardware;

import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.device.Devices;
import dev.slipway.media.device.SourceDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each hardware encoder and decoder was found to do here.
 *
 * @param machine build, drivers and devices that the trials were made with
 */
public record Catalogue(String machine, List<Trial> trials, List<DecoderTrial> decoders) {

    public Catalogue {
        trials = List.copyOf(trials);
        decoders = List.copyOf(decoders);
    }

    /** Without any decoder. */
    public Catalogue(String machine, List<Trial> trials) {
        this(machine, trials, List.of());
    }

    public Optional<Trial> of(DeviceEncoder encoder) {
        return trials.stream().filter(trial -> trial.encoder() == encoder).findFirst();
    }

    /** The best encoder that works for each codec that hardware may take over unasked, and the best decoder. */
    public Devices preferred() {
        return new Devices(DeviceEncoder.AUTOMATIC_CODECS.stream()
                        .flatMap(codec -> DeviceEncoder.forCodec(codec).stream()
                                .filter(this::works)
                                .limit(1))
                        .map(this::chosen)
                        .toList())
                .withDecoder(decoder());
    }

    /** This encoder alone, and the best decoder. */
    public Devices only(DeviceEncoder encoder) {
        return new Devices(List.of(chosen(encoder))).withDecoder(decoder());
    }

    private @Nullable SourceDecoder decoder() {
        return Arrays.stream(DeviceDecoder.values())
                .map(device -> new SourceDecoder(device, decodedBy(device)))
                .filter(found -> !found.codecs().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private Set<String> decodedBy(DeviceDecoder device) {
        return decoders.stream()
                .filter(trial -> trial.device() == device && trial.succeeded())
                .map(DecoderTrial::codec)
                .collect(Collectors.toSet());
    }

    /** Whether every answer holds until a driver or a card changes. */
    boolean isSettled() {
        return trials.stream().noneMatch(trial -> trial.result() == Trial.Result.BUSY)
                && decoders.stream().noneMatch(trial -> trial.result() == Trial.Result.BUSY);
    }

    private boolean works(DeviceEncoder encoder) {
        return of(encoder).filter(Trial::succeeded).isPresent();
    }

    private Devices.Chosen chosen(DeviceEncoder encoder) {
        return new Devices.Chosen(encoder, machine);
    }
}
