/**
 * The relief: a grey picture that is laid over the ground as light and shade. It is only painted, never read.
 */

import { rectangle } from "./ground.js";
import { look } from "./look.js";

/** @param {string} url @returns {Promise<HTMLImageElement>} decoded */
export async function loadImage(url) {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

/**
 * Hard light leaves what lies under the grey of level ground as it is, darkens it by shade and lightens it by light.
 * @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view
 */
export function paintRelief(ctx, scene, view) {
  const picture = scene.pictures.relief;
  if (!picture || !scene.state.on.has("relief")) return;
  const { most, opacity, paperOpacity } = look.relief;
  ctx.save();
  ctx.globalCompositeOperation = "hard-light";
  ctx.globalAlpha = most * (scene.print ? paperOpacity : opacity);
  ctx.imageSmoothingQuality = view.density > 1.5 ? "medium" : "high"; // dense screens hide the difference
  ctx.drawImage(picture.image, ...rectangle(view, picture.box));
  ctx.restore();
}
