package dev.slipway.desk.player;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Where a worker puts its pictures.
 *
 * @param number of the worker, counted from 1
 * @param width of each picture in pixels
 * @param slots each a picture in BGRA, row after row
 */
record PictureMemory(int number, int width, int height, List<ByteBuffer> slots) {
    PictureMemory {
        slots = List.copyOf(slots);
    }
}
