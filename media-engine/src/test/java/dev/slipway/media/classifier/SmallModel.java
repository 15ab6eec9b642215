package dev.slipway.media.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a model in the ONNX format (protobuf, as onnx.proto has it): the averages of red, green and blue, weighed and
 * summed for each class, and brought between 0 and 1 by a sigmoid.
 *
 * @param shape of its input
 * @param weights three for each class
 * @param bias one for each class
 * @param last the operator after the sum: {@code Sigmoid}, or {@code Identity} for what is no probability
 */
public record SmallModel(long[] shape, float[][] weights, float[] bias, String last) {
    /** Half for a grey picture, near 1 for a bright one. */
    public static SmallModel ofBrightness() {
        float each = 20 / 3f;
        return new SmallModel(
                new long[] {1, 3, 32, 48}, new float[][] {{each, each, each}}, new float[] {-10}, "Sigmoid");
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, model());
    }

    private byte[] model() throws IOException {
        byte[] graph = Onnx.join(
                Onnx.field(1, Onnx.node("GlobalAveragePool", List.of("picture"), "averages")),
                Onnx.field(1, Onnx.node("Flatten", List.of("averages"), "colours")),
                Onnx.field(1, Onnx.node("MatMul", List.of("colours", "weights"), "weighed")),
                Onnx.field(1, Onnx.node("Add", List.of("weighed", "bias"), "sums")),
                Onnx.field(1, Onnx.node(last, List.of("sums"), "scores")),
                Onnx.field(2, Onnx.text("brightness")),
                Onnx.field(5, weightTensor()),
                Onnx.field(5, Onnx.tensor("bias", new long[] {bias.length}, bias)),
                Onnx.field(11, Onnx.value("picture", shape)),
                Onnx.field(12, Onnx.value("scores", new long[] {1, bias.length})));
        return Onnx.model(graph);
    }

    private byte[] weightTensor() throws IOException {
        int classes = bias.length;
        float[] rows = new float[3 * classes];
        for (int one = 0; one < classes; one++) {
            for (int colour = 0; colour < 3; colour++) {
                rows[colour * classes + one] = weights[one][colour];
            }
        }
        return Onnx.tensor("weights", new long[] {3, classes}, rows);
    }
}
