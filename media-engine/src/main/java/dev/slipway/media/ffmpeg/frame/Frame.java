package dev.slipway.media.ffmpeg.frame;

import dev.slipway.media.ffmpeg.DisplayMatrix;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.picture.Orientation;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avutil.AVContentLightMetadata;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVMasteringDisplayMetadata;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Owns one AVFrame: a picture or a run of samples whose memory is reference-counted. {@link #share()} costs no copy and
 * gives another thread a frame of its own; the memory behind it must then not be written to.
 */
public final class Frame implements AutoCloseable {
    /** AV_FRAME_FLAG_CORRUPT, _KEY, _INTERLACED and _TOP_FIELD_FIRST, which the bindings leave out. */
    private static final int CORRUPT = 1;

    private static final int KEY = 1 << 1;
    private static final int INTERLACED = 1 << 3;
    private static final int TOP_FIELD_FIRST = 1 << 4;

    /** Of BGRA. */
    private static final int PIXEL_BYTES = 4;

    private final AVFrame frame;

    public Frame() {
        this(avutil.av_frame_alloc());
    }

    private Frame(AVFrame frame) {
        if (frame == null) {
            throw new FfmpegException("no memory for a frame");
        }
        this.frame = frame;
    }

    /** An empty picture to draw into, in 8-bit 4:2:0. */
    public static Frame blankPicture(int width, int height) {
        Frame picture = new Frame();
        picture.frame.width(width).height(height).format(avutil.AV_PIX_FMT_YUV420P);
        int result = avutil.av_frame_get_buffer(picture.frame, 0);
        if (result < 0) {
            picture.close();
            throw new FfmpegException("picture of " + width + " x " + height, result);
        }
        return picture;
    }

    /** Stereo sound in planar floats. */
    public static Frame stereo(int sampleRate, float[] left, float[] right) {
        Frame sound = new Frame();
        AVFrame frame = sound.frame;
        frame.format(avutil.AV_SAMPLE_FMT_FLTP).sample_rate(sampleRate).nb_samples(left.length);
        avutil.av_channel_layout_default(frame.ch_layout(), 2);
        int result = avutil.av_frame_get_buffer(frame, 0);
        if (result < 0) {
            sound.close();
            throw new FfmpegException("sound of " + left.length + " samples", result);
        }
        new FloatPointer(frame.data(0)).put(left, 0, left.length);
        new FloatPointer(frame.data(1)).put(right, 0, right.length);
        return sound;
    }

    public AVFrame pointer() {
        return frame;
    }

    public Frame share() {
        return new Frame(avutil.av_frame_clone(frame));
    }

    public int width() {
        return frame.width();
    }

    public int height() {
        return frame.height();
    }

    public int samples() {
        return frame.nb_samples();
    }

    public long pts() {
        return frame.pts();
    }

    public void setPts(long pts) {
        frame.pts(pts);
    }

    /**
     * The presentation time, or the decoder's guess where the file tells none, or {@link Timebase#NONE}. FFmpeg's own best
     * guess also mistrusts times that are told, by how many it has found faulty since it began to decode: the same picture
     * then has another time when decoding begins elsewhere.
     */
    public long bestTime() {
        return frame.pts() == Timebase.NONE ? frame.best_effort_timestamp() : frame.pts();
    }

    /** The decoder met errors in this picture and put in what it guessed. */
    public boolean isDamaged() {
        return (frame.flags() & CORRUPT) != 0 || frame.decode_error_flags() != 0;
    }

    /** Whether it leans on pictures that are shown after it (a B-picture). */
    public boolean leansAhead() {
        return frame.pict_type() == avutil.AV_PICTURE_TYPE_B;
    }

    /** The picture can be decoded without any other. */
    public boolean isKey() {
        return (frame.flags() & KEY) != 0 || frame.pict_type() == avutil.AV_PICTURE_TYPE_I;
    }

    /** The decoder says that the picture is woven of two fields, taken at two moments. */
    public boolean isInterlaced() {
        return (frame.flags() & INTERLACED) != 0;
    }

    /** Of two fields the upper one was taken first. */
    public boolean isTopFieldFirst() {
        return (frame.flags() & TOP_FIELD_FIRST) != 0;
    }

    /**
     * How bright the brightest pixel of the film is, in cd/m², by its content light level (MaxCLL, CTA-861.3) or else by
     * the screen that it was mastered on (SMPTE ST 2086); empty where neither is told.
     */
    public OptionalDouble brightestNits() {
        AVFrameSideData light = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_CONTENT_LIGHT_LEVEL);
        int level = light == null ? 0 : new AVContentLightMetadata(light.data()).MaxCLL();
        if (level > 0) {
            return OptionalDouble.of(level);
        }
        AVFrameSideData screen = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_MASTERING_DISPLAY_METADATA);
        if (screen == null) {
            return OptionalDouble.empty();
        }
        AVMasteringDisplayMetadata mastering = new AVMasteringDisplayMetadata(screen.data());
        AVRational brightest = mastering.max_luminance();
        return mastering.has_luminance() != 0 && brightest.den() > 0
                ? OptionalDouble.of((double) brightest.num() / brightest.den())
                : OptionalDouble.empty();
    }

    /** Which way up the picture itself says that it is shown, as still pictures do; upright where it does not. */
    public Orientation orientation() {
        AVFrameSideData matrix = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        return matrix == null ? Orientation.UPRIGHT : DisplayMatrix.orientation(matrix.data(), matrix.size());
    }

    /** Everything a filter graph for pictures must be built anew for when it changes. */
    public PictureFormat pictureFormat() {
        return new PictureFormat(
                frame.width(),
                frame.height(),
                frame.format(),
                frame.sample_aspect_ratio().num(),
                frame.sample_aspect_ratio().den(),
                frame.colorspace(),
                frame.color_range(),
                frame.color_primaries(),
                frame.color_trc());
    }

    public SoundFormat soundFormat() {
        return new SoundFormat(
                frame.sample_rate(),
                frame.format(),
                frame.ch_layout().nb_channels(),
                ChannelLayouts.describe(frame.ch_layout()));
    }

    /** Tells the next encoder which kind of picture to make; decoded frames carry their source's otherwise. */
    public void requestKind(PictureKind kind) {
        frame.pict_type(kind == PictureKind.KEY ? avutil.AV_PICTURE_TYPE_I : avutil.AV_PICTURE_TYPE_NONE);
    }

    /** Tags limited-range BT.709, which everything we publish is. */
    public void tagBt709() {
        frame.colorspace(avutil.AVCOL_SPC_BT709);
        frame.color_primaries(avutil.AVCOL_PRI_BT709);
        frame.color_trc(avutil.AVCOL_TRC_BT709);
        frame.color_range(avutil.AVCOL_RANGE_MPEG);
        frame.sample_aspect_ratio().num(1).den(1);
    }

    /** What a filter noted about this frame, such as {@code lavfi.xpsnr.xpsnr.y}. */
    public Optional<String> note(String key) {
        AVDictionaryEntry entry = avutil.av_dict_get(frame.metadata(), key, null, 0);
        return Optional.ofNullable(entry).map(found -> found.value().getString());
    }

    /** Copies one plane, row after row without padding; planes 1 and 2 of 4:2:0 are half as wide and high. */
    public byte[] plane(int plane) {
        int width = plane == 0 ? frame.width() : (frame.width() + 1) / 2;
        int height = plane == 0 ? frame.height() : (frame.height() + 1) / 2;
        byte[] bytes = new byte[Math.multiplyExact(width, height)];
        copyPlane(plane, bytes);
        return bytes;
    }

    /** Like {@link #plane}, into an array of exactly that size. */
    public void copyPlane(int plane, byte[] bytes) {
        int width = plane == 0 ? frame.width() : (frame.width() + 1) / 2;
        int height = plane == 0 ? frame.height() : (frame.height() + 1) / 2;
        if (bytes.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    "a plane of %d x %d does not fit %d bytes".formatted(width, height, bytes.length));
        }
        Rows rows = new Rows(plane, height);
        for (int row = 0; row < height; row++) {
            rows.bytes.get(rows.start(row), bytes, row * width, width);
        }
    }

    /** Copies a picture whose pixels are four bytes each, row after row without padding. */
    public void copyPixels(ByteBuffer target) {
        int row = Math.multiplyExact(frame.width(), PIXEL_BYTES);
        if (target.remaining() != Math.multiplyExact(row, frame.height())) {
            throw new IllegalArgumentException("a picture of %d x %d does not fit %d bytes"
                    .formatted(frame.width(), frame.height(), target.remaining()));
        }
        Rows rows = new Rows(0, frame.height());
        for (int y = 0; y < frame.height(); y++) {
            target.put(rows.bytes.slice(rows.start(y), row));
        }
    }

    /** Gives this frame memory of its own where it is shared, so that it may be drawn into. */
    public void makeWritable() {
        FfmpegException.check(avutil.av_frame_make_writable(frame), "copy a picture");
    }

    /** Writes a block of {@code width} bytes a row at (x, y) of a plane; only into a picture nobody shares. */
    public void drawPlane(int plane, int x, int y, int width, byte[] block) {
        int rows = block.length / width;
        int planeWidth = plane == 0 ? frame.width() : (frame.width() + 1) / 2;
        int planeHeight = plane == 0 ? frame.height() : (frame.height() + 1) / 2;
        if (x < 0 || y < 0 || x + width > planeWidth || y + rows > planeHeight) {
            throw new IllegalArgumentException("the block at " + x + "," + y + " does not fit the picture");
        }
        Rows target = new Rows(plane, planeHeight);
        for (int row = 0; row < rows; row++) {
            target.bytes.put(target.start(y + row) + x, block, row * width, width);
        }
    }

    /** Copies one of the first eight channels of planar floats. */
    public float[] channel(int channel) {
        if (frame.format() != avutil.AV_SAMPLE_FMT_FLTP
                || channel >= frame.ch_layout().nb_channels()) {
            throw new IllegalStateException("channel " + channel + " is not there in planar floats");
        }
        float[] samples = new float[frame.nb_samples()];
        new FloatPointer(frame.data(channel)).get(samples, 0, samples.length);
        return samples;
    }

    /** Copies 16-bit samples of one channel, in the byte order of the machine. */
    public byte[] shortSamples() {
        if (frame.format() != avutil.AV_SAMPLE_FMT_S16 || frame.ch_layout().nb_channels() != 1) {
            throw new IllegalStateException("these are no 16-bit samples of one channel");
        }
        byte[] samples = new byte[Math.multiplyExact(frame.nb_samples(), Short.BYTES)];
        frame.data(0).get(samples, 0, samples.length);
        return samples;
    }

    /** Fills a plane with one value. */
    public void fillPlane(int plane, int value) {
        int height = plane == 0 ? frame.height() : (frame.height() + 1) / 2;
        Pointer.memset(frame.data(plane), value, (long) frame.linesize(plane) * height);
    }

    /** A plane's memory, whose rows may lie one behind the other or, after a flip, one before the other. */
    private final class Rows {
        private final ByteBuffer bytes;
        private final int stride;
        private final int height;

        Rows(int plane, int height) {
            this.stride = frame.linesize(plane);
            this.height = height;
            long first = Math.min(0L, (long) stride * (height - 1));
            BytePointer memory = frame.data(plane).getPointer(BytePointer.class, first);
            this.bytes = memory.capacity(Math.abs((long) stride) * height).asByteBuffer();
        }

        int start(int row) {
            return stride >= 0 ? row * stride : (row - height + 1) * stride;
        }
    }

    public void clear() {
        avutil.av_frame_unref(frame);
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
    }
}
