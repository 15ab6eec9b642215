package dev.slipway.server.chain.devchain;

/** An error object of JSON-RPC 2.0 (section 5.1), with the code that Ethereum nodes use (EIP-1474). */
final class RpcError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    private RpcError(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The request was understood and cannot be met; nodes say -32000 to nearly all of these. */
    static RpcError refused(String message) {
        return new RpcError(-32000, message);
    }

    static RpcError unparsable(String message) {
        return new RpcError(-32700, message);
    }

    static RpcError invalidRequest(String message) {
        return new RpcError(-32600, message);
    }

    static RpcError unknownMethod(String method) {
        return new RpcError(-32601, "the method " + method + " does not exist/is not available");
    }

    static RpcError invalidParameters(String message) {
        return new RpcError(-32602, message);
    }

    static RpcError internal(String message) {
        return new RpcError(-32603, message);
    }

    int code() {
        return code;
    }
}
