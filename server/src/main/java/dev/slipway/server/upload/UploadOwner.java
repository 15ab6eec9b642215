package dev.slipway.server.upload;

/**
 * Who opens an upload, as hashes that tell nobody who that is.
 *
 * @param wallet of the publication's author
 * @param client of the address that the request came from, or of its network
 */
record UploadOwner(String wallet, String client) {}
