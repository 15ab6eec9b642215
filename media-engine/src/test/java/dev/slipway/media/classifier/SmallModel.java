package dev.slipway.media.classifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int FLOAT = 1;

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
        byte[] graph = join(
                field(1, node("GlobalAveragePool", List.of("picture"), "averages")),
                field(1, node("Flatten", List.of("averages"), "colours")),
                field(1, node("MatMul", List.of("colours", "weights"), "weighed")),
                field(1, node("Add", List.of("weighed", "bias"), "sums")),
                field(1, node(last, List.of("sums"), "scores")),
                field(2, text("brightness")),
                field(5, weightTensor()),
                field(5, tensor("bias", new long[] {bias.length}, bias)),
                field(11, value("picture", shape)),
                field(12, value("scores", new long[] {1, bias.length})));
        return join(number(1, 8), field(7, graph), field(8, number(2, 13)));
    }

    private byte[] weightTensor() throws IOException {
        int classes = bias.length;
        float[] rows = new float[3 * classes];
        for (int one = 0; one < classes; one++) {
            for (int colour = 0; colour < 3; colour++) {
                rows[colour * classes + one] = weights[one][colour];
            }
        }
        return tensor("weights", new long[] {3, classes}, rows);
    }

    private static byte[] node(String operator, List<String> inputs, String output) throws IOException {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        for (String input : inputs) {
            node.write(field(1, text(input)));
        }
        node.write(join(field(2, text(output)), field(4, text(operator))));
        return node.toByteArray();
    }

    private static byte[] tensor(String name, long[] shape, float[] values) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        for (long size : shape) {
            tensor.write(number(1, size));
        }
        tensor.write(join(number(2, FLOAT), field(8, text(name)), field(9, raw.array())));
        return tensor.toByteArray();
    }

    /** A size of -1 is left open. */
    private static byte[] value(String name, long[] shape) throws IOException {
        ByteArrayOutputStream sizes = new ByteArrayOutputStream();
        for (long size : shape) {
            sizes.write(field(1, size < 0 ? field(2, text("open")) : number(1, size)));
        }
        byte[] tensor = join(number(1, FLOAT), field(2, sizes.toByteArray()));
        return join(field(1, text(name)), field(2, field(1, tensor)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] field(int number, byte[] content) throws IOException {
        return join(varint((long) number << 3 | BYTES), varint(content.length), content);
    }

    private static byte[] number(int number, long value) throws IOException {
        return join(varint((long) number << 3 | VARINT), varint(value));
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while (rest >>> 7 != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.write(part);
        }
        return whole.toByteArray();
    }
}
