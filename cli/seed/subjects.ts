/** How customers put what ails their units. */
export const SUBJECTS = [
  { subject: '空压机无法启动', text: '按启动按钮后没有反应，指示灯不亮，请尽快派人。' },
  { subject: '排气温度过高报警', text: '运行半小时后排气温度到 105 度，自动停机。' },
  { subject: '漏油', text: '机组底部有油迹，每天要擦两次。' },
  { subject: '电机过载跳闸', text: '加载时电机过载保护跳闸，一天三次。' },
  { subject: '排气压力不足', text: '压力上不去，只有 5 公斤，生产线受影响。' },
  { subject: '异响', text: '运行时有金属摩擦的声音，担心轴承。' },
  { subject: '控制面板显示错误', text: '面板显示 E07，手册里查不到。' },
  { subject: '干燥机出水', text: '冷干机后面的管道里有水。' },
  { subject: '咨询保养周期', text: '想知道油滤和空滤多久换一次。' },
  { subject: '变频器故障', text: '变频器报警，机器不能调速。' },
] as const;
