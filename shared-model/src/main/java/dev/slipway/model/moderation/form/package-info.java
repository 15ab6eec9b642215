/** The forms that a listed word has in Russian and English, in a trie that is walked letter by letter. */
@NullMarked
package dev.slipway.model.moderation.form;

import org.jspecify.annotations.NullMarked;
