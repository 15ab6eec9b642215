package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.PictureEncoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which encoder makes each rendition, from the beginning to the end of one job. A device is asked for its track's
 * header before it encodes anything: one that does not even open costs no pass over the source, and one that is lost
 * after its last picture leaves a file that can be finished. Not thread-safe.
 */
public final class Roster implements AutoCloseable {
    private final PictureEncoder.Factory encoders;
    private final ProgressListener listener;
    private final Map<String, Rendition> renditions = new LinkedHashMap<>();
    private final Map<String, TrackTemplate> templates = new HashMap<>();

    /** @param listener hears of devices that software stands in for */
    public Roster(PictureEncoder.Factory encoders, List<Rendition> wanted, ProgressListener listener) {
        this.encoders = encoders;
        this.listener = listener;
        wanted.forEach(this::admit);
    }

    private void admit(Rendition rendition) {
        renditions.put(rendition.output().path(), rendition);
        if (rendition.isOnDevice()) {
            try {
                template(rendition.output());
            } catch (FfmpegException e) {
                replace(rendition, new DeviceLostException(rendition.encoding().encoder(), e));
            }
        }
    }

    public List<Rendition> renditions() {
        return List.copyOf(renditions.values());
    }

    public Rendition of(VideoOutput output) {
        return Objects.requireNonNull(renditions.get(output.path()));
    }

    /** Opens an encoder for one chunk or one segment. */
    public PictureEncoder open(VideoEncoding encoding) {
        return encoders.open(encoding);
    }

    /** What has to spend less is made again under other names. */
    public void restrain(VideoOutput output, Restraint restraint) {
        renditions.put(output.path(), of(output).restrained(restraint));
    }

    /** Puts software in the place of a lost device and tells so. */
    public Rendition replace(Rendition lost, DeviceLostException reason) {
        Rendition substitute = Objects.requireNonNull(lost.substitute());
        String path = lost.output().path();
        renditions.put(path, substitute);
        close(path);
        listener.notice(new Notice(
                Notice.DEVICE_LOST,
                path + " is made in software by " + substitute.encoding().encoder()
                        + ", because the hardware encoder failed (" + reason.getMessage() + ").",
                path + " · " + substitute.encoding().encoder()));
        return substitute;
    }

    /** What the output's file says in its header; it stays the roster's. */
    public TrackTemplate template(VideoOutput output) {
        return templates.computeIfAbsent(output.path(), path -> {
            try (PictureEncoder encoder = open(of(output).encoding())) {
                return encoder.template();
            }
        });
    }

    private void close(String path) {
        TrackTemplate template = templates.remove(path);
        if (template != null) {
            template.close();
        }
    }

    @Override
    public void close() {
        templates.values().forEach(TrackTemplate::close);
        templates.clear();
    }
}
