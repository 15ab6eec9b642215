package dev.slipway.media.reference;

import dev.slipway.media.plan.output.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The text of a filter graph in which each branch is scaled from the smallest rung that is not smaller than it. */
final class CascadeGraph {
    private static final int ROOT = -1;

    private final List<PictureBranch> branches;
    private final Size top;

    /** @param branches largest first */
    CascadeGraph(List<PictureBranch> branches, Size top) {
        this.branches = branches;
        this.top = top;
    }

    /** The end of each branch is called {@code [v0]}, {@code [v1]} and so on. */
    String text() {
        List<String> chains = new ArrayList<>();
        chains.add("[0:v]%s,format=yuv420p%s".formatted(scaleToTop(), outlets(ROOT, false)));
        for (int index = 0; index < branches.size(); index++) {
            PictureBranch branch = branches.get(index);
            int parent = parent(index);
            String filters = join(
                    branch.select(),
                    branch.scaleFrom(parent == ROOT ? top : branches.get(parent).size()),
                    branch.finish());
            chains.add("[i%d]%s%s".formatted(index, filters, outlets(index, true)));
        }
        return String.join(";", chains);
    }

    private String scaleToTop() {
        return "scale=%d:%d:flags=bicubic:out_color_matrix=bt709:out_range=tv".formatted(top.width(), top.height());
    }

    private String outlets(int node, boolean hasOutput) {
        List<String> labels = new ArrayList<>();
        if (hasOutput) {
            labels.add("[v" + node + "]");
        }
        for (int child = 0; child < branches.size(); child++) {
            if (parent(child) == node) {
                labels.add("[i" + child + "]");
            }
        }
        return labels.size() == 1 ? labels.getFirst() : ",split=" + labels.size() + String.join("", labels);
    }

    private int parent(int index) {
        int parent = ROOT;
        for (int candidate = 0; candidate < index; candidate++) {
            if (branches.get(candidate).carries()) {
                parent = candidate;
            }
        }
        return parent;
    }

    static String join(String... filters) {
        return String.join(
                ",", Arrays.stream(filters).filter(text -> !text.isEmpty()).toList());
    }
}
