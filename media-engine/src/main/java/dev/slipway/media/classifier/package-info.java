/** A model of the operator's own that says how unwanted a picture is; the only user of ONNX Runtime. */
@NullMarked
package dev.slipway.media.classifier;

import org.jspecify.annotations.NullMarked;
