/** 卷宗: one candidate's papers before the eyes of whoever decides, and the list of all. */
@NullMarked
package cn.baosong.web.page.dossier;

import org.jspecify.annotations.NullMarked;
