package dev.slipway.media.ffmpeg.container;

import dev.slipway.media.ffmpeg.DisplayMatrix;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.media.picture.Orientation;
import dev.slipway.media.picture.ScanType;
import dev.slipway.model.media.Rational;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** One track of an open {@link Demuxer}; a view that must not outlive it. */
public final class Track {
    /** Sample entries as FFmpeg numbers them: the four letters, the first one lowest. */
    private static final int ENCRYPTED_PICTURE = 'e' | 'n' << 8 | 'c' << 16 | 'v' << 24;

    private static final int ENCRYPTED_SOUND = 'e' | 'n' << 8 | 'c' << 16 | 'a' << 24;

    /** Bytes of AVDOVIDecoderConfigurationRecord, which the bindings leave out: eight fields of one byte each. */
    private static final int DOVI_BYTES = 8;

    private static final int DOVI_PROFILE = 2;
    private static final int DOVI_COMPATIBILITY = 7;

    private final AVStream stream;

    Track(AVStream stream) {
        this.stream = stream;
    }

    public AVCodecParameters parameters() {
        return stream.codecpar();
    }

    public int index() {
        return stream.index();
    }

    public TrackKind kind() {
        return TrackKind.of(stream.codecpar().codec_type());
    }

    /** FFmpeg's short name of the codec, such as {@code h264}. */
    public String codecName() {
        return avcodec.avcodec_get_name(stream.codecpar().codec_id()).getString();
    }

    public Timebase timebase() {
        return Timebase.of(stream.time_base());
    }

    /** A cover picture beside sound, not a film. */
    public boolean isCoverPicture() {
        return (stream.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0;
    }

    /**
     * Packets that the container's own table promises, 0 where it has none. Ask before reading: some demuxers add to the
     * table while they read. MP4's table is what edit lists leave of it; its header counts all that was recorded.
     */
    public long promisedPackets() {
        int indexed = avformat.avformat_index_get_entries_count(stream);
        return indexed > 0 ? Math.min(stream.nb_frames(), indexed) : stream.nb_frames();
    }

    public Optional<String> language() {
        return tag("language").filter(found -> !found.equals("und"));
    }

    /** What the file calls the track. */
    public Optional<String> title() {
        return tag("title");
    }

    /** Whether players are to take it unasked. */
    public boolean isDefault() {
        return (stream.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0;
    }

    private Optional<String> tag(String name) {
        AVDictionaryEntry entry = avutil.av_dict_get(stream.metadata(), name, null, 0);
        return Optional.ofNullable(entry).map(found -> found.value().getString(StandardCharsets.UTF_8));
    }

    /** Whether a WebM file says that its pictures have a second layer of transparency (AlphaMode). */
    public boolean hasAlphaLayer() {
        return avutil.av_dict_get(stream.metadata(), "alpha_mode", null, 0) != null;
    }

    /** The rate the container or codec declares, empty where neither does. */
    public Optional<Rational> declaredRate() {
        AVRational rate = stream.avg_frame_rate();
        return rate.num() > 0 && rate.den() > 0 ? Optional.of(new Rational(rate.num(), rate.den())) : Optional.empty();
    }

    public PictureFormat pictureFormat() {
        AVCodecParameters coded = stream.codecpar();
        AVRational container = stream.sample_aspect_ratio();
        AVRational aspect = container.num() > 0 ? container : coded.sample_aspect_ratio();
        return new PictureFormat(
                coded.width(),
                coded.height(),
                coded.format(),
                aspect.num(),
                aspect.den(),
                coded.color_space(),
                coded.color_range(),
                coded.color_primaries(),
                coded.color_trc());
    }

    public int sampleRate() {
        return stream.codecpar().sample_rate();
    }

    public int channels() {
        return stream.codecpar().ch_layout().nb_channels();
    }

    /** What the container or the codec's header says of fields; frames may tell otherwise. */
    public ScanType declaredScanType() {
        return switch (stream.codecpar().field_order()) {
            case avcodec.AV_FIELD_TT, avcodec.AV_FIELD_BT -> ScanType.TOP_FIRST;
            case avcodec.AV_FIELD_BB, avcodec.AV_FIELD_TB -> ScanType.BOTTOM_FIRST;
            default -> ScanType.PROGRESSIVE;
        };
    }

    /** By Common Encryption (ISO/IEC 23001-7) or as Matroska does it. */
    public boolean isEncrypted() {
        int tag = stream.codecpar().codec_tag();
        return tag == ENCRYPTED_PICTURE
                || tag == ENCRYPTED_SOUND
                || sideData(avcodec.AV_PKT_DATA_ENCRYPTION_INIT_INFO) != null;
    }

    /**
     * Dolby Vision whose base picture means nothing without Dolby's own mapping: profile 5, and profile 10 with the
     * compatibility id 0 (dvcC box, "Dolby Vision Streams within the ISO Base Media File Format").
     */
    public boolean isDolbyVisionOnly() {
        AVPacketSideData configuration = sideData(avcodec.AV_PKT_DATA_DOVI_CONF);
        if (configuration == null || configuration.size() < DOVI_BYTES) {
            return false;
        }
        int profile = configuration.data().get(DOVI_PROFILE);
        return profile == 5 || profile == 10 && configuration.data().get(DOVI_COMPATIBILITY) == 0;
    }

    /** Which way up the display matrix shows the picture; upright where there is none. */
    public Orientation orientation() {
        AVPacketSideData matrix = sideData(avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        return matrix == null ? Orientation.UPRIGHT : DisplayMatrix.orientation(matrix.data(), matrix.size());
    }

    private @Nullable AVPacketSideData sideData(int type) {
        return avcodec.av_packet_side_data_get(
                stream.codecpar().coded_side_data(), stream.codecpar().nb_coded_side_data(), type);
    }
}
