package dev.slipway.desk.demo;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a demo leaves for the next one: the server's data, the desk's journals and keys, the port. */
record DemoFolder(Path folder) {
    private static final int USUAL_PORT = 8080;
    private static final int ANY_PORT = 0;

    static DemoFolder open(Path folder) {
        try {
            DurableFile.createFolder(folder.resolve("desk"));
            DurableFile.createFolder(folder.resolve("server"));
            return new DemoFolder(folder);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.DISK_FULL, "The demo's folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    Path server() {
        return folder.resolve("server");
    }

    Path serverLog() {
        return folder.resolve("server.log");
    }

    Path desk() {
        return folder.resolve("desk");
    }

    Path sample() {
        return folder.resolve("sample.mp4");
    }

    /** The last demo's port, so that addresses stay; else the usual one; else any, where that one is in use. */
    int port() {
        int wished = lastPort();
        return isFree(wished) ? wished : ANY_PORT;
    }

    void rememberPort(int port) {
        try {
            DurableFile.replace(folder.resolve("port"), Integer.toString(port).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new DeskException(ProblemCode.DISK_FULL, "The demo's folder " + folder + " cannot be written.", e);
        }
    }

    private int lastPort() {
        try {
            int port = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
            return port > 0 && port < 65_536 ? port : USUAL_PORT;
        } catch (IOException | NumberFormatException e) {
            // The first demo in this folder.
            return USUAL_PORT;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            // In use, or not ours to use: either way another one has to do.
            return false;
        }
    }
}
