package dev.slipway.media.forecast;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.output.VideoCodec;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.run.Outlook;
import java.util.ArrayList;
import java.util.List;

/** Sizes of a plan's files. */
final class ExpectedFiles {
    /** openh264 spends nearly what it is given unless its best quantizer ends it on easy pictures. */
    private static final double MOST_H264_FILL = 0.95;

    /** So many times as much of its rate as the film's other rungs of theirs, measured on real clips. */
    private static final double H264_TO_VP9 = 1.5;

    private static final double H264_TO_AV1 = 2.5;
    /** WebP: a photograph of the size. */
    private static final double STILL_BYTES_A_PIXEL = 0.12;

    private final Plan plan;

    ExpectedFiles(Plan plan) {
        this.plan = plan;
    }

    List<Outlook.Expected> at(double fill) {
        List<Outlook.Expected> files = new ArrayList<>();
        plan.rungs().forEach(rung -> files.add(film(rung, fill)));
        files.add(film(plan.preview(), fill));
        for (AudioOutput audio : plan.audios()) {
            long bitrate = audio.codec().bitrate();
            long bytes = Math.round(bitrate / 8.0 * plan.timeline().durationMicros() / 1e6);
            files.add(new Outlook.Expected(audio.path(), "stereo", bitrate, bytes));
        }
        files.add(still(
                plan.poster().path(),
                plan.poster().size().toString(),
                plan.poster().size().pixels()));
        var sheet = plan.thumbnails();
        files.add(still(
                sheet.path(), sheet.sheetSize().toString(), sheet.sheetSize().pixels()));
        return files;
    }

    private Outlook.Expected film(VideoOutput output, double fill) {
        double seconds = output.frames() / plan.timeline().rate().toDouble();
        double share = output.codec() == VideoCodec.H264 ? h264(fill) : fill;
        long bytes = Math.round(output.bitrate() / 8.0 * seconds * share);
        return new Outlook.Expected(output.path(), output.size().toString(), output.bitrate(), bytes);
    }

    private double h264(double fill) {
        boolean isAv1 = plan.rungs().getFirst().codec() == VideoCodec.AV1;
        return Math.min(MOST_H264_FILL, fill * (isAv1 ? H264_TO_AV1 : H264_TO_VP9));
    }

    private static Outlook.Expected still(String path, String shape, long pixels) {
        return new Outlook.Expected(path, shape, 0, Math.round(pixels * STILL_BYTES_A_PIXEL));
    }
}
