using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>Objects in S3: <c>s3://BUCKET/</c> for a whole bucket, <c>s3://BUCKET/FOLDER/</c> for what is under a folder.</summary>
internal sealed class PathKind : ParameterKind
{
    public override string Word => "path";

    public override string Expected => "a path in S3: s3://BUCKET/ for a whole bucket, s3://BUCKET/FOLDER/ for a folder";

    public override string Sample => "s3://data/train/";

    public override string Pattern => "s3://[^/]+/.*";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("bucket") { Strangers = (value, _, _) => S3Path.Parse(value) is { } path ? OtherBuckets(path) : [] },
        new("folder") { Strangers = (value, _, _) => S3Path.Parse(value) is { Prefix.Length: > 0 } path ? OtherFolders(path) : [] },
    ];

    public override string Fill(string value, Place place, string? part) => S3Path.Parse(value)!.Write(place, part);

    public override ResourceUse? UseOf(AccessRequest request) => request.Action switch
    {
        "s3:GetObject" => new(S3Path.Of(request.On), "reads"),
        "s3:PutObject" => new(S3Path.Of(request.On), "writes"),
        "s3:DeleteObject" => new(S3Path.Of(request.On), "deletes"),
        "s3:PutObjectTagging" => new(S3Path.Of(request.On), "tags"),
        "s3:PutObjectAcl" => new(S3Path.Of(request.On), "shares"),
        "s3:CreateBucket" => new($"{S3Path.Of(request.On)}/", "creates"),
        _ => null,
    };

    private static IEnumerable<string> OtherBuckets(S3Path path) =>
        [$"{path with { Bucket = "someone-elses-bucket" }}", $"{path with { Bucket = $"{path.Bucket}-backup" }}"];

    private static IEnumerable<string> OtherFolders(S3Path path) =>
    [
        $"{path with { Prefix = "someone-elses/" }}",
        .. path.Prefix.EndsWith('/') ? [$"{path with { Prefix = $"{path.Prefix[..^1]}-backup/" }}"] : Array.Empty<string>(),
    ];
}
