package dev.slipway.media.preview.proxy;

/** Tells of the pictures of a strip, evenly spread over the film, each once it is there. Thread-safe. */
public final class StripPictures {
    private final Proxy proxy;
    private final long duration;
    private final Listener listener;
    private boolean[] told = {};

    /** Takes one picture of the strip. */
    @FunctionalInterface
    public interface Listener {
        void picture(int index, int count, Proxy.Small small);
    }

    public StripPictures(Proxy proxy, long durationMicros, Listener listener) {
        this.proxy = proxy;
        this.duration = durationMicros;
        this.listener = listener;
    }

    /** How many are wanted from now on; those that are there are told at once. */
    public synchronized void want(int count) {
        told = new boolean[count];
        look(0);
    }

    /** @param covered how much of the film has been looked through, from 0 to 1: what is not there by then never comes */
    public synchronized void look(double covered) {
        long apart = told.length == 0 ? 0 : duration / told.length;
        for (int index = 0; index < told.length; index++) {
            long moment = apart * index + apart / 2;
            if (!told[index] && (covered >= 1 || proxy.hasNear(moment, apart / 2))) {
                tell(index, moment);
            }
        }
    }

    private void tell(int index, long moment) {
        proxy.nearest(moment).ifPresent(small -> {
            told[index] = true;
            listener.picture(index, told.length, small);
        });
    }
}
