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

/**
 * The desk's avatars, each named by its hash: what was signed with a publication is there for as long as that may need
 * it, whatever was chosen since. Blocking.
 */
public final class AvatarStore {
    private final Path folder;

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

    /** For what is made on the way. */
    public Path unfinished(String name) {
        return folder.resolve("unfinished-" + name);
    }
}
