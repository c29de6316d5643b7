package cn.baosong.web.api;

import cn.baosong.core.notice.Letter;

/** A letter where its submission is shown. */
public record LetterBrief(String id, String kind, String title, String state) {
  static LetterBrief of(Letter letter) {
    return new LetterBrief(
        letter.id(), letter.kind().name(), letter.title(), letter.state().name());
  }
}
