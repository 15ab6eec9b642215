package dev.slipway.media.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Answers 0 to a grey picture at once, and to every other one in years. */
final class LoopingModel {
    private static final long FOR_YEARS = 10_000_000_000_000L;
    private static final long[] SCALAR = {};

    private LoopingModel() {}

    static Path write(Path file) throws IOException {
        byte[] body = Onnx.join(
                Onnx.field(1, Onnx.node("Identity", List.of("go"), "goOn")),
                Onnx.field(1, Onnx.node("Identity", List.of("sum"), "same")),
                Onnx.field(2, Onnx.text("body")),
                Onnx.field(11, Onnx.value("turn", Onnx.INT64, SCALAR)),
                Onnx.field(11, Onnx.value("go", Onnx.BOOL, SCALAR)),
                Onnx.field(11, Onnx.value("sum", Onnx.FLOAT, SCALAR)),
                Onnx.field(12, Onnx.value("goOn", Onnx.BOOL, SCALAR)),
                Onnx.field(12, Onnx.value("same", Onnx.FLOAT, SCALAR)));
        byte[] graph = Onnx.join(
                Onnx.field(1, Onnx.node("ReduceMean", List.of("picture"), "mean", Onnx.attribute("keepdims", 0))),
                Onnx.field(1, Onnx.node("Sub", List.of("mean", "half"), "difference")),
                Onnx.field(1, Onnx.node("Abs", List.of("difference"), "distance")),
                Onnx.field(1, Onnx.node("Less", List.of("distance", "little"), "isGrey")),
                Onnx.field(1, Onnx.node("Where", List.of("isGrey", "once", "forYears"), "turns")),
                Onnx.field(
                        1, Onnx.node("Loop", List.of("turns", "yes", "zero"), "result", Onnx.attribute("body", body))),
                Onnx.field(1, Onnx.node("Reshape", List.of("result", "one"), "scores")),
                Onnx.field(2, Onnx.text("loop")),
                Onnx.field(5, Onnx.tensor("half", SCALAR, new float[] {0.5f})),
                Onnx.field(5, Onnx.tensor("little", SCALAR, new float[] {1e-4f})),
                Onnx.field(5, Onnx.tensor("zero", SCALAR, new float[] {0})),
                Onnx.field(5, Onnx.tensor("once", SCALAR, 1)),
                Onnx.field(5, Onnx.tensor("forYears", SCALAR, FOR_YEARS)),
                Onnx.field(5, Onnx.tensor("yes", Onnx.BOOL, SCALAR, new byte[] {1})),
                Onnx.field(5, Onnx.tensor("one", new long[] {1}, 1)),
                Onnx.field(11, Onnx.value("picture", new long[] {1, 3, 8, 8})),
                Onnx.field(12, Onnx.value("scores", new long[] {1})));
        return Files.write(file, Onnx.model(graph));
    }
}
