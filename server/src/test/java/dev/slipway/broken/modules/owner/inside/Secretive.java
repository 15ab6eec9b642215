package dev.slipway.broken.modules.owner.inside;

/** Belongs to the inside of a module. */
public final class Secretive {}
