package dev.slipway.server.review.decision;

import dev.slipway.server.review.queue.Act;
import java.util.List;

/** A page of the log of what was decided. */
public record ActPage(List<Act> acts) {}
