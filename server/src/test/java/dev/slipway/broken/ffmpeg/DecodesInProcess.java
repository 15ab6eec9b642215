package dev.slipway.broken.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Touches FFmpeg in the server's own process. */
public record DecodesInProcess(AVFrame frame) {}
