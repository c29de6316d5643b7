/**
 * A candidate's dossier (候选人材料): form data, materials, paper record, normal forms and differences.
 */
@NullMarked
package cn.baosong.core.dossier;

import org.jspecify.annotations.NullMarked;
