package dev.slipway.media.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.PictureEncoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EncoderTrialTest {

    @BeforeEach
    void onlyWhereTheBuildHasIt() {
        assumeTrue(FfmpegBuild.hasEncoder(DeviceEncoder.H264_NVENC.encoder()), "this platform's build has no NVENC");
    }

    @Test
    void anEncoderThatDoesAsItIsToldWorks() {
        assertThat(tried(EncoderTrialTest::software).succeeded()).isTrue();
    }

    @Test
    void oneThatOpensAndThenFailsIsAMiss() {
        Trial trial = tried(encoding -> new Distorted(software(encoding)) {
            @Override
            public void encode(@Nullable Frame frame, Consumer<Packet> packets) {
                throw new FfmpegException("no free session");
            }
        });
        assertThat(trial.result()).isEqualTo(Trial.Result.FAILED);
        assertThat(trial.reason()).contains("no free session");
    }

    @Test
    void oneThatLosesPicturesIsAMiss() {
        Trial trial = tried(encoding -> new Distorted(software(encoding)) {
            @Override
            public void encode(@Nullable Frame frame, Consumer<Packet> packets) {
                if (frame == null || frame.pts() != 3) {
                    encoder.encode(frame, packets);
                }
            }
        });
        assertThat(trial.reason()).contains("11 of 12");
    }

    @Test
    void oneThatIgnoresWhereKeyFramesAreAskedForIsAMiss() {
        Trial trial = tried(encoding -> new Distorted(software(encoding)) {
            @Override
            public void encode(@Nullable Frame frame, Consumer<Packet> packets) {
                if (frame != null) {
                    frame.requestKind(PictureKind.DEPENDENT);
                }
                encoder.encode(frame, packets);
            }
        });
        assertThat(trial.reason()).contains("key frames");
    }

    private static Trial tried(PictureEncoder.Factory encoders) {
        return new EncoderTrial(encoders).of(DeviceEncoder.H264_NVENC);
    }

    private static PictureEncoder software(VideoEncoding encoding) {
        return Encoder.forPictures(new VideoEncoding(
                "libopenh264",
                encoding.width(),
                encoding.height(),
                encoding.rate(),
                encoding.bitrate(),
                1,
                Map.of("rc_mode", "bitrate", "allow_skip_frames", "0")));
    }

    private abstract static class Distorted implements PictureEncoder {
        protected final PictureEncoder encoder;

        private Distorted(PictureEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public TrackTemplate template() {
            return encoder.template();
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
