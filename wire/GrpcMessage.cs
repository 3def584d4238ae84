using System.Buffers.Binary;
using Google.Protobuf;

namespace Wire;

/// <summary>
/// The frame around one gRPC message: a byte that says whether it is compressed, then its length in four bytes,
/// big-endian (grpc/grpc, <c>doc/PROTOCOL-HTTP2.md</c>).
/// </summary>
internal static class GrpcMessage
{
    public const string ContentType = "application/grpc";
    public const string StatusTrailer = "grpc-status";
    public const string MessageTrailer = "grpc-message";

    private const int PrefixLength = 5;

    public static byte[] Frame(IMessage message)
    {
        var length = message.CalculateSize();
        var framed = new byte[PrefixLength + length];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), length);
        message.WriteTo(framed.AsSpan(PrefixLength));
        return framed;
    }

    public static T Parse<T>(byte[] framed, MessageParser<T> parser)
        where T : IMessage<T>
    {
        if (framed.Length < PrefixLength)
        {
            throw new GrpcException(GrpcStatus.Unknown, $"A gRPC message begins with {PrefixLength} bytes; {framed.Length} arrived.");
        }

        if (framed[0] != 0)
        {
            throw new GrpcException(GrpcStatus.Unimplemented, "Compressed gRPC messages are not supported.");
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(framed.AsSpan(1));
        return parser.ParseFrom(framed, PrefixLength, length);
    }
}
