package dev.slipway.media.hardware;

import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.device.Devices;
import java.util.List;
import java.util.Optional;

/**
 * What each hardware encoder was found to do here.
 *
 * @param machine build, drivers and devices that the trials were made with
 */
public record Catalogue(String machine, List<Trial> trials) {

    public Catalogue {
        trials = List.copyOf(trials);
    }

    public Optional<Trial> of(DeviceEncoder encoder) {
        return trials.stream().filter(trial -> trial.encoder() == encoder).findFirst();
    }

    /** The best one that works for each codec that hardware may take over unasked. */
    public Devices preferred() {
        return new Devices(DeviceEncoder.AUTOMATIC_CODECS.stream()
                .flatMap(codec -> DeviceEncoder.forCodec(codec).stream()
                        .filter(this::works)
                        .limit(1))
                .map(this::chosen)
                .toList());
    }

    /** This one alone. */
    public Devices only(DeviceEncoder encoder) {
        return new Devices(List.of(chosen(encoder)));
    }

    private boolean works(DeviceEncoder encoder) {
        return of(encoder).filter(Trial::succeeded).isPresent();
    }

    private Devices.Chosen chosen(DeviceEncoder encoder) {
        return new Devices.Chosen(encoder, machine);
    }
}
