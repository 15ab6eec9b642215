package dev.slipway.model.moderation.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a trie of letters. Compared by identity. */
final class Node {
    private char[] keys = {};
    private Node[] next = {};
    private boolean isEnd;

    /** What may follow here as an ending, and of which words. */
    private final Map<Node, Lexemes> endings = new LinkedHashMap<>(0);

    /** Of which anything may follow. */
    private @Nullable Lexemes open;

    @Nullable
    Node step(char letter) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == letter) {
                return next[i];
            }
        }
        return null;
    }

    /** The place after these letters, made where it is not there yet. */
    Node after(String letters) {
        Node at = this;
        for (int i = 0; i < letters.length(); i++) {
            Node known = at.step(letters.charAt(i));
            at = known == null ? at.add(letters.charAt(i)) : known;
        }
        return at;
    }

    private Node add(char letter) {
        Node node = new Node();
        keys = Arrays.copyOf(keys, keys.length + 1);
        next = Arrays.copyOf(next, next.length + 1);
        keys[keys.length - 1] = letter;
        next[next.length - 1] = node;
        return node;
    }

    void end() {
        isEnd = true;
    }

    boolean isEnd() {
        return isEnd;
    }

    void attach(Node ending, Lexeme lexeme) {
        endings.computeIfAbsent(ending, any -> new Lexemes()).add(lexeme);
    }

    void open(Lexeme lexeme) {
        Lexemes all = open == null ? new Lexemes() : open;
        all.add(lexeme);
        open = all;
    }

    Map<Node, Lexemes> endings() {
        return endings;
    }

    @Nullable
    Lexemes open() {
        return open;
    }
}
