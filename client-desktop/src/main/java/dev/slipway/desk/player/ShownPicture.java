package dev.slipway.desk.player;

/**
 * A picture in the memory of a worker.
 *
 * @param memory number of the memory it lies in; each worker has its own
 * @param micros when it begins, from the film's first picture on
 */
public record ShownPicture(int memory, int slot, long micros) {}
