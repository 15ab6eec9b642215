package dev.slipway.desk.profile;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.ProfileRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk's avatars, each named by its hash: what was signed with a publication is there for as long as that may need
 * it, whatever was chosen since. Blocking.
 */
public final class AvatarStore {
    private static final Logger LOG = LoggerFactory.getLogger(AvatarStore.class);
    private static final String UNFINISHED = "unfinished-";
    private static final Pattern ANY_UNFINISHED = Pattern.compile(UNFINISHED + "(?<process>[0-9]{1,18})-.*");

    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();

    public AvatarStore(Path folder) {
        this.folder = folder;
    }

    /** @param made a WebP file of {@link ProfileRules#AVATAR_SIDE} pixels a side, which is moved here */
    public Avatar keep(Path made) {
        try {
            byte[] bytes = Files.readAllBytes(made);
            Avatar avatar = new Avatar(hash(bytes), bytes.length);
            DurableFile.createFolder(folder);
            DurableFile.replace(file(avatar), bytes);
            Files.delete(made);
            return avatar;
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The avatar cannot be kept in " + folder + ": " + e.getMessage() + ". Check the disk, then choose"
                            + " the picture again.",
                    e);
        }
    }

    /** The bytes that were signed. */
    public byte[] bytes(Avatar avatar) {
        try {
            byte[] bytes = Files.readAllBytes(file(avatar));
            if (!avatar.sha256().equals(hash(bytes))) {
                throw new DeskException(
                        ProblemCode.FILE_CHANGED,
                        "The avatar in " + file(avatar) + " is not the one that was signed. Put the former file back.");
            }
            return bytes;
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.FILE_NOT_FOUND,
                    "The avatar that was signed is no longer at " + file(avatar) + ": " + e.getMessage() + ". Put it"
                            + " back there.",
                    e);
        }
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    public Path file(Avatar avatar) {
        return folder.resolve(avatar.sha256() + ".webp");
    }

    /** As PNG, which the window can show. */
    public Path shown(Avatar avatar) {
        return folder.resolve(avatar.sha256() + ".png");
    }

    /** For what is made on the way, to be given to {@link #discard} when it is over; another name each time. */
    public Path unfinished(String name) {
        return folder.resolve(UNFINISHED + ProcessHandle.current().pid() + "-" + count.incrementAndGet() + "-" + name);
    }

    /** It may show more of a person than they chose to show. */
    public void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", unfinished, e.getMessage());
        }
    }

    /** What programs that were killed have left. */
    public void discardOrphans() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(AvatarStore::isOrphan).forEach(this::discard);
        } catch (IOException e) {
            LOG.warn("{} cannot be looked through: {}", folder, e.getMessage());
        }
    }

    private static boolean isOrphan(Path file) {
        Matcher name = ANY_UNFINISHED.matcher(file.getFileName().toString());
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group("process"))).isEmpty();
    }
}
