/** The PostgreSQL of this server, embedded or not, its schema, and the queue of work that lives in it. */
@NullMarked
package dev.slipway.server.database;

import org.jspecify.annotations.NullMarked;
