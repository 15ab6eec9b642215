package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.Frame;

/** Which pictures were handed on already, when another decoder begins with earlier ones. Not thread-safe. */
final class GivenPictures {
    private long last = Timebase.NONE;
    /** How many without a time were given after it: some containers leave times out where they follow from the others. */
    private long untimed;

    private boolean catchingUp;
    private boolean atLast;
    private long untimedToSkip;

    /** Pictures come again, in the same order, beginning with some before the last one that was given. */
    void again() {
        catchingUp = last != Timebase.NONE || untimed > 0;
        atLast = last == Timebase.NONE;
        untimedToSkip = untimed;
    }

    /** Asked of all pictures in turn. */
    boolean isNew(Frame picture) {
        catchingUp = catchingUp && wasGiven(picture);
        return !catchingUp;
    }

    /** Those until the last that had a time, and so many more that had none. */
    private boolean wasGiven(Frame picture) {
        long time = picture.bestTime();
        if (time != Timebase.NONE) {
            atLast = atLast || time == last;
            return time <= last;
        }
        if (atLast) {
            untimedToSkip--;
        }
        return untimedToSkip >= 0;
    }

    void note(Frame picture) {
        if (picture.bestTime() == Timebase.NONE) {
            untimed++;
        } else {
            last = picture.bestTime();
            untimed = 0;
        }
    }

    boolean isCatchingUp() {
        return catchingUp;
    }
}
