"use strict";
(()=>{var e;document.documentElement.dataset.mapgen==="loading"&&((e=document.currentScript)==null||e.remove(),document.write(["<!","--"].join("")));})();
