package dev.slipway.media.device;

import java.util.Set;

/**
 * What decodes a source instead of software.
 *
 * @param codecs whose pictures it was found to decode exactly like software, by FFmpeg's names
 */
public record SourceDecoder(DeviceDecoder device, Set<String> codecs) {
    public SourceDecoder {
        codecs = Set.copyOf(codecs);
    }
}
