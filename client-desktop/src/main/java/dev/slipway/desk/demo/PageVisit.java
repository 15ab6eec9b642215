package dev.slipway.desk.demo;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Fetches what a browser would fetch first: the page, the master playlist, one rendition, its first segment. */
final class PageVisit {
    private static final long MAX_TEXT = 4 << 20;
    private static final Pattern MAP =
            Pattern.compile("#EXT-X-MAP:.*?URI=\"([^\"]+)\".*?BYTERANGE=\"(\\d{1,18})@(\\d{1,18})\"");
    private static final Pattern RANGE = Pattern.compile("#EXT-X-BYTERANGE:(\\d{1,18})@(\\d{1,18})");

    private final OkHttpClient http;

    PageVisit(OkHttpClient http) {
        this.http = http.newBuilder().followRedirects(true).build();
    }

    /** How many bytes of the first segment came. */
    record Seen(int pageCharacters, int renditions, long segmentBytes) {}

    Seen visit(String watchUrl, String playlistUrl) {
        Text page = text(HttpUrl.get(watchUrl));
        require(page.type().startsWith("text/html"), watchUrl + " is no page but " + page.type());
        Text master = playlist(HttpUrl.get(playlistUrl));
        List<String> renditions = addresses(master.content());
        require(!renditions.isEmpty(), "the playlist " + playlistUrl + " names no rendition");
        Text rendition = playlist(resolve(master, renditions.getFirst()));
        return new Seen(page.content().length(), renditions.size(), segment(rendition));
    }

    private long segment(Text rendition) {
        List<String> segments = addresses(rendition.content());
        Matcher range = RANGE.matcher(rendition.content());
        require(!segments.isEmpty() && range.find(), "the rendition " + rendition.url() + " names no segment");
        require(MAP.matcher(rendition.content()).find(), "the rendition " + rendition.url() + " has no init section");
        long length = Long.parseLong(range.group(1));
        long offset = Long.parseLong(range.group(2));
        Request request = new Request.Builder()
                .url(resolve(rendition, segments.getFirst()))
                .header("Range", "bytes=" + offset + "-" + (offset + length - 1))
                .build();
        try (Response response = http.newCall(request).execute()) {
            require(response.code() == 206, "the first segment answers with HTTP status " + response.code());
            long came = response.body().source().readAll(okio.Okio.blackhole());
            require(came == length, "the first segment has " + came + " bytes, not " + length);
            return came;
        } catch (IOException e) {
            throw unreachable(rendition.url(), e);
        }
    }

    private Text playlist(HttpUrl url) {
        Text playlist = text(url);
        require(playlist.content().startsWith("#EXTM3U"), url + " is no playlist");
        return playlist;
    }

    private Text text(HttpUrl url) {
        try (Response response =
                http.newCall(new Request.Builder().url(url).build()).execute()) {
            require(response.code() == 200, url + " answers with HTTP status " + response.code());
            BufferedSource source = response.body().source();
            require(!source.request(MAX_TEXT + 1), url + " is larger than expected");
            String type = response.header("Content-Type", "");
            return new Text(response.request().url(), type == null ? "" : type, source.readUtf8());
        } catch (IOException e) {
            throw unreachable(url, e);
        }
    }

    /** @param url after redirects: what relative addresses in it refer to */
    private record Text(HttpUrl url, String type, String content) {}

    private static List<String> addresses(String playlist) {
        return playlist.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static HttpUrl resolve(Text from, String address) {
        @Nullable HttpUrl url = from.url().resolve(address);
        if (url == null) {
            throw broken("\"" + address + "\" in " + from.url() + " is no address");
        }
        return url;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw broken(otherwise);
        }
    }

    private static DeskException broken(String what) {
        return new DeskException(ProblemCode.INTERNAL, "The published page does not work: " + what + ".");
    }

    private static DeskException unreachable(HttpUrl url, IOException e) {
        return new DeskException(
                ProblemCode.SERVER_UNREACHABLE, "The server does not answer at " + url + ": " + e.getMessage(), e);
    }
}
