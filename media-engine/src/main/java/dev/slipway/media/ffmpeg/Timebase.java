package dev.slipway.media.ffmpeg;

import dev.slipway.model.media.Rational;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/** The unit of a time stamp: {@code numerator / denominator} seconds. */
public record Timebase(int numerator, int denominator) {
    private static final long MICROS = 1_000_000;

    public static final Timebase MICROSECONDS = new Timebase(1, 1_000_000);

    /** An absent time stamp. */
    public static final long NONE = avutil.AV_NOPTS_VALUE;

    /** One tick a picture at this rate. */
    public static Timebase ofRate(Rational rate) {
        return new Timebase(Math.toIntExact(rate.denominator()), Math.toIntExact(rate.numerator()));
    }

    public static Timebase of(AVRational rational) {
        return new Timebase(rational.num(), rational.den());
    }

    public long toMicros(long ticks) {
        return avutil.av_rescale(ticks, MICROS * numerator, denominator);
    }

    public long fromMicros(long micros) {
        return avutil.av_rescale(micros, denominator, MICROS * numerator);
    }

    public long convert(long ticks, Timebase target) {
        return avutil.av_rescale(ticks, (long) numerator * target.denominator, (long) denominator * target.numerator);
    }

    public void copyTo(AVRational rational) {
        rational.num(numerator);
        rational.den(denominator);
    }
}
