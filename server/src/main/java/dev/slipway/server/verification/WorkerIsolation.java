package dev.slipway.server.verification;

/** How the worker that decodes strangers' files is kept apart from this machine. */
public interface WorkerIsolation {

    /** In words for the operator. */
    String inForce();
}
