package com.rechain.dao.gateway.server;

import com.rechain.dao.gateway.GatewayProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.request.TraceContext;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections on which the head of a request takes too long, however steadily it drips: an
 * idle timeout never fires on one byte a second. Sits before the HTTP decoder, and its {@link Ear}
 * after it. Costs a timer only when a head does not arrive in one piece.
 */
final class HeadTimeout extends ChannelInboundHandlerAdapter {
    private final Duration most;
    private boolean inMessage;
    private boolean sawMessage;
    private @Nullable ScheduledFuture<?> timer;

    private HeadTimeout(Duration most) {
        this.most = most;
    }

    /** Puts one into {@code pipeline}, around the handler named {@code decoder}. */
    static void install(ChannelPipeline pipeline, String decoder, Duration most) {
        HeadTimeout timeout = new HeadTimeout(most);
        pipeline.addBefore(decoder, "headTimeout", timeout);
        pipeline.addAfter(decoder, "headEnd", timeout.new Ear());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
        sawMessage = false;
        super.channelRead(ctx, bytes);
        if (!inMessage && !sawMessage && timer == null) {
            timer =
                    ctx.executor()
                            .schedule(() -> expire(ctx), most.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        stopTimer();
        super.channelInactive(ctx);
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private static void expire(ChannelHandlerContext ctx) {
        String traceId = TraceContext.start().traceId();
        byte[] body =
                GatewayProblem.REQUEST_TIMEOUT
                        .with("The head of the request did not arrive in time.")
                        .inTrace(traceId)
                        .toJson();
        String head =
                "HTTP/1.1 408 Request Timeout\r\ncontent-type: %s\r\ncontent-length: %d\r\n"
                        + "connection: close\r\n\r\n";
        byte[] headBytes =
                head.formatted(Problem.MEDIA_TYPE, body.length).getBytes(StandardCharsets.US_ASCII);
        ctx.writeAndFlush(Unpooled.wrappedBuffer(headBytes, body))
                .addListener(ChannelFutureListener.CLOSE);
    }

    /** Hears what the decoder makes of the bytes. */
    private final class Ear extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
            if (message instanceof HttpRequest) {
                inMessage = true;
                sawMessage = true;
                stopTimer();
            }
            if (message instanceof LastHttpContent) {
                inMessage = false;
                sawMessage = true;
            }
            super.channelRead(ctx, message);
        }
    }
}
