package dev.slipway.media.classifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages of the ONNX format, protobuf as onnx.proto has it. */
final class Onnx {
    static final int FLOAT = 1;
    static final int INT64 = 7;
    static final int BOOL = 9;

    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int INTEGER = 2;
    private static final int GRAPH = 5;

    private Onnx() {}

    /** Of format version 8, with operators of version 13. */
    static byte[] model(byte[] graph) throws IOException {
        return join(number(1, 8), field(7, graph), field(8, number(2, 13)));
    }

    static byte[] attribute(String name, long value) throws IOException {
        return join(field(1, text(name)), number(3, value), number(20, INTEGER));
    }

    static byte[] attribute(String name, byte[] graph) throws IOException {
        return join(field(1, text(name)), field(6, graph), number(20, GRAPH));
    }

    static byte[] node(String operator, List<String> inputs, String output, byte[]... attributes) throws IOException {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        for (String input : inputs) {
            node.write(field(1, text(input)));
        }
        node.write(join(field(2, text(output)), field(4, text(operator))));
        for (byte[] attribute : attributes) {
            node.write(field(5, attribute));
        }
        return node.toByteArray();
    }

    static byte[] tensor(String name, long[] shape, float[] values) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor(name, FLOAT, shape, raw.array());
    }

    static byte[] tensor(String name, long[] shape, long value) throws IOException {
        byte[] raw = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return tensor(name, INT64, shape, raw);
    }

    static byte[] tensor(String name, int type, long[] shape, byte[] raw) throws IOException {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        for (long size : shape) {
            tensor.write(number(1, size));
        }
        tensor.write(join(number(2, type), field(8, text(name)), field(9, raw)));
        return tensor.toByteArray();
    }

    /** A size of -1 is left open. */
    static byte[] value(String name, long[] shape) throws IOException {
        return value(name, FLOAT, shape);
    }

    static byte[] value(String name, int type, long[] shape) throws IOException {
        ByteArrayOutputStream sizes = new ByteArrayOutputStream();
        for (long size : shape) {
            sizes.write(field(1, size < 0 ? field(2, text("open")) : number(1, size)));
        }
        byte[] tensor = join(number(1, type), field(2, sizes.toByteArray()));
        return join(field(1, text(name)), field(2, field(1, tensor)));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] field(int number, byte[] content) throws IOException {
        return join(varint((long) number << 3 | BYTES), varint(content.length), content);
    }

    static byte[] number(int number, long value) throws IOException {
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

    static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.write(part);
        }
        return whole.toByteArray();
    }
}
