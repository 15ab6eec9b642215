package dev.slipway.desk.cli.prepare;

import dev.slipway.media.goal.QualityReport;
import dev.slipway.media.run.FoundQuality;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A wished quality as members of an event, for programs. */
final class QualityMembers {
    private QualityMembers() {}

    static Map<String, Object> of(FoundQuality found) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("targetQuality", found.wantedXpsnr());
        members.put("foundBitrate", found.bitrate());
        members.put("samplesXpsnr", found.samplesXpsnr());
        members.put("outcome", found.outcome().name().toLowerCase(Locale.ROOT));
        return members;
    }

    static Map<String, Object> of(QualityReport report) {
        Map<String, Object> members = of(report.found());
        members.put("finishedXpsnr", report.finishedXpsnr());
        members.put("difference", report.difference());
        return members;
    }
}
