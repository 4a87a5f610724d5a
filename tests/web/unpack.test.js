"use strict";
/** What mapgen/packing.py packs, unpacked. The texts here were packed by it. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("./page-kit.js");

const mapgen = load("lzma", "boot");

test("what is packed is JSON and the bytes after it", () => {
  const [value, bytes] = mapgen.unpack("####1####/#+W2gI=+G|G}2)88xN7-@H5Fa*kgv7");
  assert.deepEqual(value, { a: "ا" });
  assert.deepEqual([...bytes], [7, 8]);
});

test("what repeats, near and far, comes back", () => {
  const [[counted, twice]] = mapgen.unpack("###I|###I|#)r%NV#f7l+Kr199ATt+aDn||XX2Pd4NqtoS#LQI*D]DCr=5V=)dgnUjOU*+I^]Q{bNO8Rob.uK*?mi8GAaaeFy)$ByLk@8,]qBCkM?%+Ce%Pt::1e0_1Ctxr}puFAvl5g%BV{ihe(CdN,}cg)B^6y8ipv/b6Nj|MUgAGOq@ZMd0e{uPEGbbK7Qtzt41MDD44}:p1t7ehIP[ZBM+$U8,4TrL*@e20122[]eo1IU|8WPWwzG[9CrY|n+hBA4}^W?0F%yKeJo@?WK)9Yz0?ezz}Gu3M%)O9;GWkeEc*^RSB0MZJQQy5ppu_HR*?8o)B^Wz2EL,rK9aaI27.bbx:N.Q*cX$#hb@hvO8;G:gv%J#EmQof_:o_k-W*6zXCOBX$H)LT^ooHQNo-rG5dub/^G3Uwms1P{u71vE1u?iX4qPML51(^8tKfP0,7po+9_hHP4TH2Gm]jbWFrq9r7@qLp$$2eV?o#ME3]yhMo4VmTIqHNQY^wzLM/[;ViN0aYAC|Ts)@F8JYXB$aa#VZ[-T]YXAektwpm^|-%w_g]wz_C_vZVQZjDpWswe%uAc_C{oLGuU$#:+@|j6i}Q7J04Jl[K5x8xIj:b)*qLq:l|,E#XHHO;wFEekIWW1:P2lO3wy}vC/kqFOk)Uy+#[:+PgQV#,b]_ezV4CHLU{b3^21PESMy.F%|KFXrM/p/e6D=ls_S,O6hNX4{JM]X:9fi1_wGDpIjYvibXJTAhrYn5ZSo4%u_mGw*l)kx]f7[#G$wFks+Md0(.DnzQxL(hkrDJC+@mb?EqMBGx{BE^UuDRT5kDsB9DbmgWxM2QcL+OohUlgB^F[TcKK$u3dAIKq-OvM.GKR,x3=3,pa{JB4IE1{FMn({72PB|Qe/8=H7s7c)M^#n6cRiIIqG=_+B|(sOdf/zxur(T(Jl,38IQks6^dZWtcDmcuf]CvH|u@CA]3+3=.O6MpNmu)2PU]84WG40fpWWp%mn@T8hO/(nzdSuA+JGoT#@d4#/]:9#XZ%#qCl_kEmk##@wYTm9y4w)J4SL3kQxr_Fn?v+Agh%.c|#{@_X/M)9zFNRNAy{z5CW83+9h;P[;5,L=G)B3qSd?U4Cac.Y0xL9lCp$_ixd7/r6@w|");
  assert.equal(counted, Array.from({ length: 400 }, (_, i) => i * i).join(" "));
  assert.equal(twice, "front north of Hama; ".repeat(30));
});
