package dev.slipway.media.playlist;

import dev.slipway.media.mp4.Segment;
import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.mp4.TrackKind;
import dev.slipway.model.manifest.Artifact;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A static MPEG-DASH manifest (ISO/IEC 23009-1) over the same files as HLS. One adaptation set for each codec, because
 * players switch only within a set.
 */
public final class DashManifest {
    private static final String NAMESPACE = "urn:mpeg:dash:schema:mpd:2011";

    /** For players that know nothing better. Without a priority dash.js takes AAC to go with VP9. */
    private static final Set<String> COMPATIBILITY_CODECS = Set.of("h264", "aac");

    private final XMLStreamWriter xml;
    private final UnaryOperator<String> uri;

    private DashManifest(XMLStreamWriter xml, UnaryOperator<String> uri) {
        this.xml = xml;
        this.uri = uri;
    }

    /** @param uri from an artifact's path to the address of the file */
    public static String write(Presentation presentation, UnaryOperator<String> uri) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new DashManifest(xml, uri).document(presentation);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML into memory cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private void document(Presentation presentation) throws XMLStreamException {
        xml.writeStartDocument("utf-8", "1.0");
        start(
                "MPD",
                "xmlns",
                NAMESPACE,
                "type",
                "static",
                "profiles",
                "urn:mpeg:dash:profile:isoff-main:2011",
                "minBufferTime",
                "PT4S",
                "mediaPresentationDuration",
                duration(presentation.durationMicros()));
        start("Period", "id", "0", "start", "PT0S");
        for (List<Presentation.Track> set : sets(presentation).values()) {
            adaptationSet(set);
        }
        for (Artifact subtitles : presentation.subtitles()) {
            subtitles(subtitles);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static Map<String, List<Presentation.Track>> sets(Presentation presentation) {
        return Stream.concat(presentation.rungs().stream(), presentation.sounds().stream())
                .collect(Collectors.groupingBy(
                        track -> track.index().codec() + " " + track.language(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private void adaptationSet(List<Presentation.Track> tracks) throws XMLStreamException {
        boolean picture = tracks.getFirst().index().kind() == TrackKind.VIDEO;
        start(
                "AdaptationSet",
                "contentType",
                picture ? "video" : "audio",
                "mimeType",
                picture ? "video/mp4" : "audio/mp4",
                "segmentAlignment",
                "true",
                "startWithSAP",
                "1",
                "selectionPriority",
                COMPATIBILITY_CODECS.contains(tracks.getFirst().index().codec()) ? "1" : "2");
        language(tracks.getFirst().language());
        for (Presentation.Track track : tracks) {
            representation(track);
        }
        xml.writeEndElement();
    }

    private void representation(Presentation.Track track) throws XMLStreamException {
        TrackIndex index = track.index();
        start(
                "Representation",
                "id",
                track.name(),
                "codecs",
                index.codecs(),
                "bandwidth",
                Long.toString(Bandwidth.of(index).peak()));
        if (index.kind() == TrackKind.VIDEO) {
            attributes(
                    "width", Integer.toString(index.width()),
                    "height", Integer.toString(index.height()),
                    "frameRate", index.frameRate().toString());
        } else {
            attributes("audioSamplingRate", Integer.toString(index.sampleRate()));
            start(
                    "AudioChannelConfiguration",
                    "schemeIdUri",
                    "urn:mpeg:dash:23003:3:audio_channel_configuration:2011",
                    "value",
                    Integer.toString(index.channels()));
            xml.writeEndElement();
        }
        baseUrl(track.path());
        segments(index);
        xml.writeEndElement();
    }

    /** Every player reads a file's own index; where there is none, the segments are listed here. */
    private void segments(TrackIndex index) throws XMLStreamException {
        if (index.segmentIndex() != null) {
            start("SegmentBase", "indexRange", index.segmentIndex().inclusive());
            start("Initialization", "range", index.init().inclusive());
            xml.writeEndElement();
            xml.writeEndElement();
        } else {
            segmentList(index);
        }
    }

    private void segmentList(TrackIndex index) throws XMLStreamException {
        start("SegmentList", "timescale", Long.toString(index.timescale()));
        start("Initialization", "range", index.init().inclusive());
        xml.writeEndElement();
        start("SegmentTimeline");
        for (Segment segment : index.segments()) {
            start("S", "t", Long.toString(segment.startTicks()), "d", Long.toString(segment.durationTicks()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        for (Segment segment : index.segments()) {
            start("SegmentURL", "mediaRange", segment.bytes().inclusive());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void subtitles(Artifact subtitles) throws XMLStreamException {
        start("AdaptationSet", "contentType", "text", "mimeType", "text/vtt");
        language(subtitles.media().language());
        start("Representation", "id", Presentation.name(subtitles.path()), "bandwidth", "1000");
        baseUrl(subtitles.path());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void language(@Nullable String language) throws XMLStreamException {
        if (language != null) {
            attributes("lang", language);
        }
    }

    private void baseUrl(String path) throws XMLStreamException {
        start("BaseURL");
        xml.writeCharacters(uri.apply(path));
        xml.writeEndElement();
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        attributes(attributes);
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private static String duration(long micros) {
        return String.format(Locale.ROOT, "PT%d.%06dS", micros / 1_000_000, micros % 1_000_000);
    }
}
