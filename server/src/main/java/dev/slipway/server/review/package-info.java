/**
 * The human queue: what the checks, viewers, rights holders and authors bring before a person, who claims it and decides;
 * strikes, appeals, and a log of every act that nobody can change (docs/moderation.md).
 */
@NullMarked
package dev.slipway.server.review;

import org.jspecify.annotations.NullMarked;
