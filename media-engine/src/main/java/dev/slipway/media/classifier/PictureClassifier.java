package dev.slipway.media.classifier;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/**
 * A model in ONNX Runtime (MIT), on one thread. It takes one float tensor of N × 3 × height × width, red, green and blue
 * from 0 to 1, less a mean and divided by a deviation; a height or width that it leaves open is {@value #OPEN_SIDE}. Its
 * first answer is a float tensor of one probability or of one for each class. Not thread-safe.
 */
public final class PictureClassifier implements PictureScore {
    private static final int OPEN_SIDE = 224;
    private static final int MAX_SIDE = 1024;
    private static final int CHANNELS = 3;
    private static final int PIXEL_BYTES = 4;
    private static final float WHITE = 255;
    /** For all pictures of one film: less than any check may take, which would be the film's fault. */
    private static final Duration BUDGET = Duration.ofMinutes(1);

    private final ModelSettings settings;
    private final OrtEnvironment runtime;
    private final OrtSession session;
    private final TimeBudget budget;
    private final String input;
    private final int height;
    private final int width;

    private PictureClassifier(ModelSettings settings, OrtEnvironment runtime, OrtSession session, TimeBudget budget)
            throws OrtException {
        this.settings = settings;
        this.budget = budget;
        this.runtime = runtime;
        this.session = session;
        Map<String, NodeInfo> inputs = session.getInputInfo();
        if (inputs.size() != 1) {
            throw refused(settings, "it takes " + inputs.size() + " inputs, and one picture is all there is");
        }
        Map.Entry<String, NodeInfo> only = inputs.entrySet().iterator().next();
        this.input = only.getKey();
        if (!(only.getValue().getInfo() instanceof TensorInfo tensor) || !isPicture(tensor)) {
            throw refused(settings, "its input is no float tensor of N x 3 x height x width: " + only.getValue());
        }
        this.height = side(settings, tensor.getShape()[2]);
        this.width = side(settings, tensor.getShape()[3]);
    }

    /**
     * Reads the model and asks it once about a grey picture.
     *
     * @throws MediaException {@code configuration} with what is wrong with the model
     */
    public static PictureClassifier open(ModelSettings settings) {
        return open(settings, BUDGET);
    }

    /** @param whole how long it may think about all pictures together */
    static PictureClassifier open(ModelSettings settings, Duration whole) {
        if (!Files.isRegularFile(settings.file()) || !Files.isReadable(settings.file())) {
            throw refused(settings, "there is no such file, or it cannot be read");
        }
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = runtime.createSession(settings.file().toString(), options);
            TimeBudget budget = new TimeBudget(whole);
            try {
                PictureClassifier classifier = new PictureClassifier(settings, runtime, session, budget);
                classifier.tryOut();
                return classifier;
            } catch (OrtException | MediaException e) {
                budget.close();
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw refused(settings, "ONNX Runtime says: " + e.getMessage());
        }
    }

    private static boolean isPicture(TensorInfo tensor) {
        long[] shape = tensor.getShape();
        return tensor.type == OnnxJavaType.FLOAT
                && shape.length == 4
                && (shape[0] == 1 || shape[0] == -1)
                && shape[1] == CHANNELS;
    }

    private static int side(ModelSettings settings, long declared) {
        if (declared == -1) {
            return OPEN_SIDE;
        }
        if (declared < 1 || declared > MAX_SIDE) {
            throw refused(settings, "its pictures are " + declared + " wide or high, and " + MAX_SIDE + " is the most");
        }
        return (int) declared;
    }

    private void tryOut() throws OrtException {
        float[] grey = new float[CHANNELS * height * width];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = normal(i / (height * width), 0.5f);
        }
        float score = ask(grey);
        if (!(score >= 0 && score <= 1)) {
            throw refused(settings, "it answers " + score + " to a grey picture, which is no probability from 0 to 1");
        }
    }

    /** What cannot be told is a 1: a person should look at it. */
    @Override
    public double of(Frame picture) {
        try {
            float score = ask(pixels(picture));
            return Float.isNaN(score) ? 1 : Math.clamp(score, 0, 1);
        } catch (OrtException e) {
            throw refused(settings, "ONNX Runtime says: " + e.getMessage());
        }
    }

    private float ask(float[] pixels) throws OrtException {
        try {
            return budget.spend(options -> ask(pixels, options));
        } catch (TimeBudget.Spent e) {
            throw refused(
                    settings,
                    "it takes more than " + budget.whole().toSeconds() + " s for the pictures of one film, where it was"
                            + " stopped");
        }
    }

    private float ask(float[] pixels, OrtSession.RunOptions options) throws OrtException {
        long[] shape = {1, CHANNELS, height, width};
        try (OnnxTensor tensor = OnnxTensor.createTensor(runtime, FloatBuffer.wrap(pixels), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor), options)) {
            if (!(result.get(0) instanceof OnnxTensor answer) || answer.getInfo().type != OnnxJavaType.FLOAT) {
                throw refused(settings, "its first answer is no float tensor");
            }
            FloatBuffer scores = answer.getFloatBuffer();
            if (settings.unwanted() >= scores.remaining()) {
                throw refused(
                        settings,
                        "class " + settings.unwanted() + " is wished, and it tells " + scores.remaining()
                                + ", counted from 0");
            }
            return scores.get(settings.unwanted());
        }
    }

    private float[] pixels(Frame picture) {
        ByteBuffer rgba = ByteBuffer.allocate(PIXEL_BYTES * height * width);
        String chain = "scale=w=%d:h=%d:flags=area:in_color_matrix=%s,format=rgba"
                .formatted(width, height, picture.pictureFormat().matrixName());
        try (FilterGraph filters = FilterGraph.forPictures(picture.pictureFormat(), Timebase.MICROSECONDS, chain, 1)) {
            filters.filter(picture, scaled -> scaled.copyPixels(rgba));
        }
        float[] pixels = new float[CHANNELS * height * width];
        for (int i = 0; i < pixels.length; i++) {
            int channel = i / (height * width);
            int coded = Byte.toUnsignedInt(rgba.get(i % (height * width) * PIXEL_BYTES + channel));
            pixels[i] = normal(channel, coded / WHITE);
        }
        return pixels;
    }

    private float normal(int channel, float level) {
        return (level - settings.mean().get(channel)) / settings.deviation().get(channel);
    }

    private static MediaException refused(ModelSettings settings, String reason) {
        return new MediaException(
                ProblemCode.CONFIGURATION,
                "The model for pictures " + settings.file() + " cannot be used: " + reason + ".");
    }

    @Override
    public void close() {
        budget.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw refused(settings, "ONNX Runtime says: " + e.getMessage());
        }
    }
}
