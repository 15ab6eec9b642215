package dev.slipway.model.media;

/** SDR, or HDR by its transfer function: PQ (SMPTE ST 2084) or HLG (ARIB STD-B67). */
public enum DynamicRange {
    SDR,
    PQ,
    HLG
}
